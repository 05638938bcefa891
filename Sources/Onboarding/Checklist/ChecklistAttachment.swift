import SAML
public import XMLSecurity

/// A file by which a person vouches for a rule that no machine can judge.
public struct ChecklistAttachment: Hashable, Sendable, Codable {
    /// The largest file, in octets: a scan of some pages, or screenshots.
    public static let largest = 10 << 20

    /// The rules that take a file.
    public static let rules = Set((ChecklistRule.persons + ChecklistRule.crossings).map(\.id))

    /// The rule.
    public let rule: String
    /// The file's name, without folders.
    public let name: String
    /// The SHA-256 of the file, in hexadecimal.
    public let sha256: String
    /// Who vouches.
    public let person: ChecklistPerson
    /// When.
    public let at: Instant

    /// Describes a file.
    public init(_ rule: String, name: String, sha256: String, by person: ChecklistPerson, at: Instant) {
        self.rule = rule
        self.name = name
        self.sha256 = sha256
        self.person = person
        self.at = at
    }

    /// The file as evidence.
    public var facts: [ChecklistFact] {
        [
            ChecklistFact(ChecklistFact.file, name), ChecklistFact(ChecklistFact.fileHash, sha256),
            ChecklistFact(ChecklistFact.person, person.described.en),
            ChecklistFact("at", at.xsDateTime),
        ]
    }
}
