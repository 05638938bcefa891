import GRDB
public import Onboarding
import XMLSecurity

/// The whitelists: each change judged by the pure rule inside the transaction that writes it.
public struct SQLiteWhitelistStore: WhitelistStore {
    private let database: Database
    private let progress: @Sendable (_ written: Int, _ all: Int) -> Void

    /// Makes the port.
    /// - Parameters:
    ///   - database: the store.
    ///   - progress: is told, while a change is written, how many of its entries are.
    public init(_ database: Database, progress: @escaping @Sendable (_ written: Int, _ all: Int) -> Void = { _, _ in })
    {
        self.database = database
        self.progress = progress
    }

    /// Makes a change.
    public func make(
        _ change: WhitelistChange,
        in stage: Stage,
        dryRun: Bool
    ) async throws -> [WhitelistDifference] {
        let progress = progress
        return try await database.write { database in
            let rows = try WhitelistRows(stage, database)
            let differences = try WhitelistRule(stage).judge(change, on: rows)
            guard !differences.isEmpty, !dryRun else { return differences }
            try WhitelistWriter(rows: rows, stage: stage, progress: progress).write(differences, of: change)
            return differences
        }
    }

    /// The current revision's number.
    public func revision(in stage: Stage) async throws -> Int64 {
        try await database.read { try WhitelistRows(stage, $0).revision() }
    }

    /// Revisions, the latest first.
    public func revisions(in stage: Stage, before number: Int64?, limit: Int) async throws -> [WhitelistRevision] {
        try await database.read { try WhitelistRows(stage, $0).revisions(before: number ?? .max, limit: limit) }
    }

    /// What a revision did.
    public func differences(of revision: Int64, in stage: Stage) async throws -> [WhitelistDifference] {
        try await database.read { try WhitelistRows(stage, $0).differences(of: revision) }
    }

    /// An entry.
    public func entry(_ id: Int64, in stage: Stage) async throws -> WhitelistEntry? {
        try await database.read { try WhitelistRows(stage, $0).entry(id) }
    }

    /// Entries, a page at a time.
    public func entries(
        _ selection: WhitelistSelection,
        in stage: Stage,
        after id: Int64,
        limit: Int
    ) async throws -> [WhitelistEntry] {
        try await database.read { try WhitelistRows(stage, $0).entries(selection, after: id, limit: limit) }
    }

    /// What decisions see.
    public func snapshot(of stage: Stage, following known: WhitelistSnapshot?) async throws -> WhitelistSnapshot {
        try await database.read { database in
            let rows = try WhitelistRows(stage, database)
            let revision = try rows.revision()
            guard let known else { return try rows.snapshot(at: revision) }
            guard known.revision != revision else { return known }
            // A restored backup is behind what was seen.
            guard known.revision < revision else { return try rows.snapshot(at: revision) }
            return known.applying(try rows.changed(since: known.revision), revision: revision)
        }
    }
}
