public import SAML

/// A metadata file as the linter saw it.
public struct MetadataEvidence: Sendable {
    /// Where it is.
    public let path: String
    /// The SHA-256 of the file, in hexadecimal.
    public let sha256: String
    /// What the linter found.
    public let findings: [LintFinding]

    /// Describes a file.
    public init(path: String, sha256: String, findings: [LintFinding]) {
        self.path = path
        self.sha256 = sha256
        self.findings = findings
    }
}
