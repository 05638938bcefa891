import Foundation
import Onboarding
import Storage
import XMLSecurity

/// One stage's whitelist as commands work on it.
struct WhitelistDesk {
    private static let page = 1_000

    let store: SQLiteWhitelistStore
    let stage: Stage
    let now: Instant

    /// Makes a change in the name of the author.
    ///
    /// A name that is given on the command line proves nothing; the rule of `live` refuses it.
    func make(
        _ operation: WhitelistOperation,
        by author: AuthorOption,
        approvedBy approver: String? = nil,
        seen: Int64? = nil,
        dryRun: Bool = false
    ) async throws -> [WhitelistDifference] {
        let user = NSUserName()
        func person(_ name: String) throws -> WhitelistPerson {
            try WhitelistPerson(name, isProved: false, systemUser: user.isEmpty ? nil : user)
        }
        let change = WhitelistChange(
            operation,
            by: try person(author.name),
            approvedBy: try approver.map { [try person($0)] } ?? [],
            reason: author.reason ?? "",
            at: now,
            seen: seen
        )
        return try await store.make(change, in: stage, dryRun: dryRun)
    }

    /// All entries of a selection.
    func entries(_ selection: WhitelistSelection) async throws -> [WhitelistEntry] {
        var all: [WhitelistEntry] = []
        while true {
            let page = try await store.entries(selection, in: stage, after: all.last?.id ?? 0, limit: Self.page)
            all += page
            guard page.count == Self.page else { return all }
        }
    }
}
