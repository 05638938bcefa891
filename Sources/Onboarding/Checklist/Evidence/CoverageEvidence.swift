/// Who of the known customers would be refused in production.
public struct CoverageEvidence: Sendable {
    /// How many were judged.
    public let judged: Int
    /// Those who would be refused, with why.
    public let refused: [String]

    /// Describes a survey.
    public init(judged: Int, refused: [String]) {
        self.judged = judged
        self.refused = refused
    }
}
