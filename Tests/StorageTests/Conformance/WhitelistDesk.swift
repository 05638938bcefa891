import Onboarding
import XMLSecurity

/// Makes changes of the whitelist of `live` as persons do.
struct WhitelistDesk: Sendable {
    let store: any WhitelistStore

    static func person(_ name: String) throws -> WhitelistPerson {
        try WhitelistPerson(name, isProved: true, systemUser: name)
    }

    static func change(
        _ operation: WhitelistOperation,
        by name: String,
        seen: Int64? = nil
    ) throws -> WhitelistChange {
        WhitelistChange(
            operation,
            by: try person(name),
            approvedBy: operation.needsApprover ? [try person("sun")] : [],
            reason: "a reason",
            at: Sample.now,
            seen: seen
        )
    }

    @discardableResult
    func make(
        _ operation: WhitelistOperation,
        by name: String = "li",
        seen: Int64? = nil
    ) async throws -> [WhitelistDifference] {
        try await store.make(Self.change(operation, by: name, seen: seen), in: .live, dryRun: false)
    }

    /// Proposes accounts, and has them approved and activated: three revisions.
    func activate(_ accounts: [String]) async throws {
        let drafts = try accounts.map { WhitelistDraft(.account(try AccountPattern($0))) }
        let ids = try await make(.propose(drafts)).map(\.after.id)
        try await make(.move(.approve, ids), by: "wang")
        try await make(.move(.activate, ids))
    }

    func all() async throws -> [WhitelistEntry] {
        try await store.entries(WhitelistSelection(), in: .live, after: 0, limit: 1_000)
    }
}
