import Foundation
import Onboarding
import Server
import Storage
import XMLSecurity

/// One stage's whitelist as commands work on it.
struct WhitelistDesk {
    private static let page = 1_000

    let store: SQLiteWhitelistStore
    let operators: SQLiteOperatorStore
    let stage: Stage
    let now: Instant

    init(
        _ workspace: Workspace,
        stage: Stage,
        progress: @escaping @Sendable (_ written: Int, _ all: Int) -> Void = { _, _ in }
    ) {
        store = SQLiteWhitelistStore(workspace.database, progress: progress)
        operators = SQLiteOperatorStore(workspace.database)
        self.stage = stage
        now = workspace.clock.now
    }

    /// Makes a change in the name of the author.
    ///
    /// A name that is given on the command line proves nothing; the rule of `live` refuses it.
    func make(
        _ operation: WhitelistOperation,
        by author: WhitelistAuthorOption,
        approvedBy approver: ApproverOption? = nil,
        dryRun: Bool = false
    ) async throws -> [WhitelistDifference] {
        let change = try await change(operation, author, approver)
        return try await store.make(change, in: stage, dryRun: dryRun)
    }

    private func change(
        _ operation: WhitelistOperation,
        _ author: WhitelistAuthorOption,
        _ approver: ApproverOption?
    ) async throws -> WhitelistChange {
        let (names, files) = (approver?.names ?? [], approver?.files ?? [])
        guard let token = try author.token.token() else {
            guard files.isEmpty else { throw OperatorRefusal(.missing, "") }
            return try labelled(operation, author, names)
        }
        guard names.isEmpty else {
            throw CommandFailure(
                .unusable,
                "--approved-by proves nothing beside a token; give --approver-token-file.",
                "已使用令牌时 --approved-by 无效，请使用 --approver-token-file。"
            )
        }
        var approvers: [Operator] = []
        for file in files {
            approvers.append(try await operators.prove(OperatorTokenFile.read(file), for: .widen, at: now))
        }
        return try OperatorAuthority.change(
            operation,
            by: try await operators.prove(token, for: nil, at: now),
            approvedBy: approvers,
            systemUser: Self.systemUser,
            reason: author.label.reason ?? "",
            at: now,
            seen: author.seen
        )
    }

    private func labelled(
        _ operation: WhitelistOperation,
        _ author: WhitelistAuthorOption,
        _ approvers: [String]
    ) throws -> WhitelistChange {
        func person(_ name: String) throws -> WhitelistPerson {
            try WhitelistPerson(name, isProved: false, systemUser: Self.systemUser)
        }
        return WhitelistChange(
            operation,
            by: try person(author.label.name),
            approvedBy: try approvers.map(person),
            reason: author.label.reason ?? "",
            at: now,
            seen: author.seen
        )
    }

    private static var systemUser: String? {
        let user = NSUserName()
        return user.isEmpty ? nil : user
    }

    /// Whether one user of this machine both asked for a change and agreed to it.
    ///
    /// Of an approval the other person stands in the entries that it approved.
    func sharesSystemUser(_ revision: WhitelistRevision) async throws -> Bool {
        if revision.approvers.contains(where: revision.author.sharesSystemUser) { return true }
        guard revision.action == WhitelistMove.approve.rawValue else { return false }
        return try await store.differences(of: revision.number, in: stage).contains { difference in
            ([difference.after.author] + (difference.before?.approvals ?? [])).contains(
                where: revision.author.sharesSystemUser
            )
        }
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
