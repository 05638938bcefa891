import Onboarding
import SAML
import XMLSecurity

/// What is read of whitelists.
enum WhitelistRoutes {
    private static let stage = "/api/v1/whitelist/{stage}"
    private static let page: Set = ["limit", "cursor"]

    static let all: [AdministrationRoute] = [
        .get(stage, .look, summary), .get(stage + "/entries", .look, query: page.union(["kind", "state"]), entries),
        .get(stage + "/entries/{id}", .look, entry), .get(stage + "/revisions", .look, query: page, revisions),
        .get(stage + "/revisions/{number}", .look, revision),
        .get(stage + "/revisions/{number}/differences", .look, query: page, differences),
        .post(stage + "/check", .look, isChange: false, check),
    ]

    private struct Summary: Encodable {
        let schema = "drawbridge.whitelist-revision.v1"
        let stage: String
        let revision: Int64

        private enum CodingKeys: String, CodingKey {
            case schema
            case stage
            case revision
        }
    }

    private static func summary(_ request: AdministrationRequest) async throws -> AdministrationAnswer {
        let stage = try request.stage()
        let revision = try await request.administration.whitelists.revision(in: stage)
        let body = Summary(stage: stage.rawValue, revision: revision)
        return try AdministrationAnswer(body, tag: EntityTag(stage, revision))
    }

    private static func entries(_ request: AdministrationRequest) async throws -> AdministrationAnswer {
        let (stage, limit) = (try request.stage(), try request.query.limit())
        let store = request.administration.whitelists
        let state = try request.query.one(WhitelistState.self, "state")
        let selection = WhitelistSelection(
            kind: try request.query.one(WhitelistKind.self, "kind"),
            states: state.map { [$0] } ?? WhitelistSelection.standing.states
        )
        // Before the entries: a tag that is too old is refused, one that is too new would hide a change.
        let revision = try await store.revision(in: stage)
        let after = try Cursor.number(request.query["cursor"]) ?? 0
        let found = try await store.entries(selection, in: stage, after: after, limit: limit)
        let next = found.count == limit ? found.last.map { Cursor.text("\($0.id)") } : nil
        let items = found.map(WhitelistEntryBody.init)
        let body = PageBody(schema: WhitelistEntryBody.schema, items: items, next: next)
        return try AdministrationAnswer(body, tag: EntityTag(stage, revision))
    }

    private static func entry(_ request: AdministrationRequest) async throws -> AdministrationAnswer {
        let (stage, id) = (try request.stage(), try request.number("id"))
        let store = request.administration.whitelists
        let revision = try await store.revision(in: stage)
        guard let entry = try await store.entry(id, in: stage) else { throw WhitelistRefusal(.unknown, "\(id)") }
        return try AdministrationAnswer(WhitelistEntryBody(entry), tag: EntityTag(stage, revision))
    }

    private static func revisions(_ request: AdministrationRequest) async throws -> AdministrationAnswer {
        let (stage, limit) = (try request.stage(), try request.query.limit())
        let before = try Cursor.number(request.query["cursor"])
        let found = try await request.administration.whitelists.revisions(in: stage, before: before, limit: limit)
        let next = found.count == limit ? found.last.map { Cursor.text("\($0.number)") } : nil
        let items = found.map(RevisionBody.init)
        return try AdministrationAnswer(PageBody(schema: RevisionBody.schema, items: items, next: next))
    }

    private static func revision(_ request: AdministrationRequest) async throws -> AdministrationAnswer {
        try AdministrationAnswer(RevisionBody(try await found(request)))
    }

    private static func found(_ request: AdministrationRequest) async throws -> WhitelistRevision {
        let (stage, number) = (try request.stage(), try request.number("number"))
        guard number < .max else { throw WhitelistRefusal(.revision, "\(number)") }
        let store = request.administration.whitelists
        let found = try await store.revisions(in: stage, before: number + 1, limit: 1).first
        guard let found, found.number == number else { throw WhitelistRefusal(.revision, "\(number)") }
        return found
    }

    private static func differences(_ request: AdministrationRequest) async throws -> AdministrationAnswer {
        let (revision, limit) = (try await found(request), try request.query.limit())
        let after = try Cursor.number(request.query["cursor"]) ?? 0
        let all = try await request.administration.whitelists.differences(of: revision.number, in: request.stage())
        let found = all.filter { $0.after.id > after }.prefix(limit)
        let next = found.count == limit ? found.last.map { Cursor.text("\($0.after.id)") } : nil
        let items = found.map(DifferenceBody.init)
        return try AdministrationAnswer(PageBody(schema: DifferenceBody.schema, items: items, next: next))
    }

    private static func check(_ request: AdministrationRequest) async throws -> AdministrationAnswer {
        let stage = try request.stage()
        let fields = try request.fields(["service_provider", "acs", "account", "destination", "address"])
        let address = try fields.text("address").map { text throws in
            guard let address = NetworkAddress(text) else { throw RequestFault.member("address") }
            return address
        }
        let question = WhitelistQuestion(
            serviceProvider: try fields.text("service_provider"),
            assertionConsumerService: try fields.text("acs"),
            account: try fields.text("account"),
            destination: try fields.text("destination"),
            address: address,
            at: request.now
        )
        let isAsked = question.serviceProvider != nil || question.account != nil || question.destination != nil
        guard isAsked || address != nil else { throw RequestFault.member("account") }
        // What decides now when the stage is the running one; of the other stage it is read.
        let running = request.services.admission.current
        let known = running.stage == stage ? running.whitelist : nil
        let snapshot = try await request.administration.whitelists.snapshot(of: stage, following: known)
        return try AdministrationAnswer(CheckBody(snapshot.decide(question, in: stage), stage, snapshot.revision))
    }
}
