public import SAML

/// A subject that a whitelist would refuse.
public struct CoverageFinding: Hashable, Sendable {
    /// Who.
    public let subject: CoverageSubject
    /// Why.
    public let refusal: Refusal
    /// The entry that would admit, were it in force.
    public let entry: Int64?

    /// Describes a finding.
    public init(_ subject: CoverageSubject, _ refusal: Refusal, entry: Int64?) {
        self.subject = subject
        self.refusal = refusal
        self.entry = entry
    }
}
