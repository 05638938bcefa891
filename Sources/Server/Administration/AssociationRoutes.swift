import Onboarding
import XMLSecurity

/// Associations, by account.
enum AssociationRoutes {
    static let all: [AdministrationRoute] = [
        .get("/api/v1/associations", .look, query: ["limit", "cursor"], list)
    ]

    private struct Item: Encodable {
        let account: String
        let state: String
        let source: String
        let cloudAccountId: String?
        let cloudAccountName: String?
        let since: String

        init(_ association: Onboarding.Association) {
            account = association.account
            state = association.state.rawValue
            source = association.source.rawValue
            cloudAccountId = association.cloudAccount?.id
            cloudAccountName = association.cloudAccount?.name
            since = association.since.xsDateTime
        }
    }

    private static func list(_ request: AdministrationRequest) async throws -> AdministrationAnswer {
        let limit = try request.query.limit()
        let after = try request.query["cursor"].map(Cursor.place) ?? ""
        let found = try await request.services.stores.associations.associations(after: after, limit: limit)
        let next = found.count == limit ? found.last.map { Cursor.text($0.account) } : nil
        return try AdministrationAnswer(
            PageBody(schema: "drawbridge.associations.v1", items: found.map(Item.init), next: next)
        )
    }
}
