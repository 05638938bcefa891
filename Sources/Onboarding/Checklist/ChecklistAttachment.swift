public import XMLSecurity

/// A file by which a person vouches for a rule that no machine can judge.
public struct ChecklistAttachment: Hashable, Sendable, Codable {
    /// The largest file, in octets: a scan of some pages, or screenshots.
    public static let largest = 10 << 20

    /// The rule.
    public let rule: String
    /// The file's name, without folders.
    public let name: String
    /// The SHA-256 of the file, in hexadecimal.
    public let sha256: String
    /// Who vouches.
    public let person: String
    /// When.
    public let at: Instant

    /// Describes a file.
    public init(_ rule: String, name: String, sha256: String, by person: String, at: Instant) {
        self.rule = rule
        self.name = name
        self.sha256 = sha256
        self.person = person
        self.at = at
    }
}
