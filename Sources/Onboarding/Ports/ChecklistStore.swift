/// Runs of the checklist, who answers for what, and the files that persons vouch with; all of it kept for ever.
public protocol ChecklistStore: Sendable {
    /// Keeps a run, and gives it a number.
    func keep(_ run: ChecklistRun) async throws -> Int64
    /// The runs of a stage, the newest first.
    /// - Parameters:
    ///   - stage: the stage; all without it.
    ///   - number: only those before it; `nil` for the newest.
    ///   - limit: how many at most.
    /// - Returns: the runs with their numbers.
    /// - Throws: when the store fails.
    func runs(
        of stage: ChecklistStage?,
        before number: Int64?,
        limit: Int
    ) async throws -> [(number: Int64, run: ChecklistRun)]
    /// Keeps a waiver; a later one for the same rule takes its place.
    func keep(_ waiver: ChecklistWaiver) async throws
    /// The last waiver of each rule.
    func waivers() async throws -> [ChecklistWaiver]
    /// Keeps a file; a later one for the same rule takes its place.
    func keep(_ attachment: ChecklistAttachment, content: [UInt8]) async throws
    /// The last file of each rule.
    func attachments() async throws -> [ChecklistAttachment]
    /// The octets of a file, by its SHA-256 in hexadecimal; `nil` when it is not there.
    func content(of sha256: String) async throws -> [UInt8]?
}
