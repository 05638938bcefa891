/// The whitelists of all stages, each change judged and written in one transaction.
public protocol WhitelistStore: Sendable {
    /// Makes a change, all of it or nothing.
    /// - Parameters:
    ///   - change: the change.
    ///   - stage: whose whitelist.
    ///   - dryRun: judges, and writes nothing.
    /// - Returns: what it did to which entries; nothing when everything is so already, and then there is no revision.
    /// - Throws: ``WhitelistRefusal``, or when the store fails.
    func make(_ change: WhitelistChange, in stage: Stage, dryRun: Bool) async throws -> [WhitelistDifference]

    /// The number of the current revision; 0 when there is none.
    func revision(in stage: Stage) async throws -> Int64

    /// Revisions, the latest first.
    /// - Parameters:
    ///   - stage: whose whitelist.
    ///   - number: only those before it; `nil` for the latest.
    ///   - limit: how many at most.
    /// - Returns: the revisions.
    /// - Throws: when the store fails.
    func revisions(in stage: Stage, before number: Int64?, limit: Int) async throws -> [WhitelistRevision]

    /// What a revision did, by the entries' numbers.
    func differences(of revision: Int64, in stage: Stage) async throws -> [WhitelistDifference]

    /// An entry, `nil` when the stage has none of that number.
    func entry(_ id: Int64, in stage: Stage) async throws -> WhitelistEntry?

    /// Entries by their numbers, those after one of them.
    /// - Parameters:
    ///   - selection: which.
    ///   - stage: whose whitelist.
    ///   - id: the last entry of the page before.
    ///   - limit: how many at most.
    /// - Returns: a page.
    /// - Throws: when the store fails.
    func entries(
        _ selection: WhitelistSelection,
        in stage: Stage,
        after id: Int64,
        limit: Int
    ) async throws -> [WhitelistEntry]

    /// What decisions see.
    /// - Parameters:
    ///   - stage: whose whitelist.
    ///   - known: what was seen before; only what changed since is read.
    /// - Returns: the snapshot of the current revision.
    /// - Throws: when the store fails.
    func snapshot(of stage: Stage, following known: WhitelistSnapshot?) async throws -> WhitelistSnapshot
}
