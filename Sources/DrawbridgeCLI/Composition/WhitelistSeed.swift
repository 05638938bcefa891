import Foundation
import Onboarding
import SAML
import Server
import Storage
import XMLSecurity

/// The entries that joint debugging begins with: who imports an SP wants to try it.
///
/// They are entries as all others, with labels for persons, so that they are seen, suspended and retired like them. In
/// `live` nothing comes by itself.
struct WhitelistSeed {
    let workspace: Workspace
    /// Which command made them.
    let author: String

    private var store: SQLiteWhitelistStore { SQLiteWhitelistStore(workspace.database) }

    /// Lists the SPs of an installation whose whitelist of joint debugging was never touched.
    func begin() async throws {
        guard try await store.revision(in: .jointDebug) == 0 else { return }
        let imported = try workspace.metadataDirectory.serviceProviders(at: workspace.clock.now).entries
        try await add(imported.map(\.entity.entityID))
    }

    /// Lists SPs for all accounts, those that no entry speaks of; the first of all come with every destination.
    func add(_ entityIDs: [String]) async throws {
        guard !entityIDs.isEmpty, try await SQLiteStageStore(workspace.database).stage() == .jointDebug else { return }
        let isFirst = try await store.revision(in: .jointDebug) == 0
        let known = try await store.entries(
            WhitelistSelection(kind: .serviceProvider, states: WhitelistSelection.standing.states),
            in: .jointDebug,
            after: 0,
            limit: .max
        )
        let new = Set(entityIDs).subtracting(known.map(\.subject.key)).sorted()
        var drafts = try new.map { id in
            WhitelistDraft(.serviceProvider(try WhitelistedProvider(id, accounts: .all)), state: .active)
        }
        if isFirst { drafts.append(WhitelistDraft(.destination(try DestinationPattern("*")), state: .active)) }
        guard !drafts.isEmpty else { return }
        _ = try await store.make(change(.take(drafts)), in: .jointDebug, dryRun: false)
    }

    private func change(_ operation: WhitelistOperation) throws -> WhitelistChange {
        let user = NSUserName()
        let label = user.isEmpty || user.contains(where: \.isWhitespace) ? "unknown" : user
        return WhitelistChange(
            operation,
            by: try WhitelistPerson(author, isProved: false, systemUser: user),
            approvedBy: [try WhitelistPerson("os-user:\(label)", isProved: false, systemUser: user)],
            reason: "imported for joint debugging",
            at: workspace.clock.now
        )
    }
}
