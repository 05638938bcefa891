/// What a joint-debug run shows, by rule.
public struct RunEvidence: Sendable {
    /// Its name.
    public let name: String
    /// The rules that it judged, with whether each held.
    public let verdicts: [String: Bool]

    /// Describes a run.
    public init(name: String, verdicts: [String: Bool]) {
        self.name = name
        self.verdicts = verdicts
    }
}
