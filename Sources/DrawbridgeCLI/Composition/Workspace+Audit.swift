import Foundation
import IdentityProvider
import Server
import Storage
import XMLSecurity

extension Workspace {
    /// Both chains.
    var archive: SQLiteAuditArchive { SQLiteAuditArchive(database) }

    /// Hides accounts as the service does.
    func accountHash() throws -> AccountHash { AccountHash(try AccountSecret.load(configuration.certificates)) }

    /// What checkpoints are sealed with.
    func sealingKey() throws -> ChainSealKey { ChainSealKey(try AccountSecret.load(configuration.certificates)) }

    /// Who uses this command line, as this system knows them.
    static var person: String { NSUserName() }

    /// Writes a change that a command made to the trail, with the user of this system as the person; of an account only
    /// its hash.
    func record(_ kind: AuditKind, _ subject: String, _ action: String, reason: String? = nil, account: String? = nil)
        async throws
    {
        var entry = TrailEntry(changing: kind, subject, action, at: clock.now, by: Self.person, reason: reason)
        entry.account = try account.map { try accountHash().hash($0) }
        try await SQLiteAuditTrail(database).append(entry)
    }
}
