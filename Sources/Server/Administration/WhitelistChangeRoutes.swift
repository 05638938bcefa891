import Onboarding
import XMLSecurity

/// What is changed of whitelists: judged by the same rules as the command line's, with roles.
enum WhitelistChangeRoutes {
    private static let stage = "/api/v1/whitelist/{stage}"
    /// Entries of one request.
    private static let most = 1_000

    static let all: [AdministrationRoute] = [
        .post(stage + "/entries", .narrow, propose), .post(stage + "/entries/moves", nil, moves),
        .post(stage + "/entries/{id}/{move}", nil, move), .post(stage + "/rollback", .narrow, rollBack),
        .post(stage + "/enrol", .enrol, enrol),
    ]

    private static func propose(_ request: AdministrationRequest) async throws -> AdministrationAnswer {
        let fields = try request.fields(["entries", "reason"])
        guard let entries = try fields.list("entries", most: most) else { throw RequestFault.member("entries") }
        let rows = try entries.enumerated().map { try DraftRow.row($1, line: $0 + 1) }
        let drafts = try WhitelistSheet.drafts(rows)
        return try await make(.propose(drafts), request, fields, needsTag: false, status: 201)
    }

    private static func move(_ request: AdministrationRequest) async throws -> AdministrationAnswer {
        guard let move = request.path["move"].flatMap(WhitelistMove.init) else { throw RequestFault.notFound }
        let fields = try request.fields(["reason"])
        return try await make(.move(move, [request.number("id")]), request, fields)
    }

    private static func moves(_ request: AdministrationRequest) async throws -> AdministrationAnswer {
        let fields = try request.fields(["move", "ids", "reason"])
        guard let move = try fields.text("move").flatMap(WhitelistMove.init) else { throw RequestFault.member("move") }
        let ids = try fields.list("ids", most: most)?.map { value throws -> Int64 in
            guard case .integer(let id) = value, id > 0 else { throw RequestFault.member("ids") }
            return id
        }
        guard let ids else { throw RequestFault.member("ids") }
        return try await make(.move(move, ids), request, fields)
    }

    private static func rollBack(_ request: AdministrationRequest) async throws -> AdministrationAnswer {
        let fields = try request.fields(["revision", "dry_run", "reason"])
        guard let revision = try fields.integer("revision"), revision >= 0 else {
            throw RequestFault.member("revision")
        }
        let isDry = try fields.boolean("dry_run") ?? false
        return try await make(.rollBack(to: revision), request, fields, isDry: isDry)
    }

    private static func enrol(_ request: AdministrationRequest) async throws -> AdministrationAnswer {
        let fields = try request.fields(["accounts", "valid_until", "reason"])
        guard let accounts = try fields.texts("accounts", most: most) else { throw RequestFault.member("accounts") }
        let until = try fields.text("valid_until").map { text throws in
            guard let time = Instant(xsDateTime: text) else { throw RequestFault.member("valid_until") }
            return time
        }
        let validity = try until.map { try Validity(from: nil, until: $0) } ?? .always
        let drafts = try accounts.map { WhitelistDraft(.account(try AccountPattern($0)), validity: validity) }
        let operation = WhitelistOperation.enrol(request.person.portal ?? "", drafts)
        return try await make(operation, request, fields, needsTag: false)
    }

    private static func make(
        _ operation: WhitelistOperation,
        _ request: AdministrationRequest,
        _ fields: JSONFields,
        isDry: Bool = false,
        needsTag: Bool = true,
        status: Int = 200
    ) async throws -> AdministrationAnswer {
        let stage = try request.stage()
        let reason = try fields.reason()
        let change = try OperatorAuthority.change(
            operation,
            by: request.person,
            approvedBy: try await request.approvers(),
            reason: reason.isEmpty ? usualReason(operation) : reason,
            at: request.now,
            seen: try request.seen(stage, isNeeded: needsTag)
        )
        let differences = try await request.administration.whitelists.make(change, in: stage, dryRun: isDry)
        // Only who looked at the revision before knows which one this is.
        let revision = change.seen.map { differences.isEmpty || isDry ? $0 : $0 + 1 }
        let body = ChangeBody(revision: revision, items: differences.map(DifferenceBody.init))
        return try AdministrationAnswer(body, status: status, tag: revision.map { EntityTag(stage, $0) })
    }

    // A program that enrols has always the same reason; persons have their own.
    private static func usualReason(_ operation: WhitelistOperation) -> String {
        guard case .enrol = operation else { return "" }
        return "enrolment"
    }
}
