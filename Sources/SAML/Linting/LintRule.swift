/// One rule that a file is judged by: its id, its source, its meaning and what to do.
///
/// Two rules are equal when their ids are.
public struct LintRule: Hashable, Sendable {
    /// The stable id, such as `metadata.certificate.expiry`.
    public let id: String
    /// How bad it usually is; a finding may be less.
    public let level: LintLevel
    /// The document and section that the rule comes from.
    public let spec: String
    /// What is wrong, one sentence.
    public let title: Bilingual
    /// What to do about it.
    public let hint: Bilingual

    /// Makes a rule; only the lists of rules do.
    public init(_ id: String, _ level: LintLevel, spec: String, title: Bilingual, hint: Bilingual) {
        self.id = id
        self.level = level
        self.spec = spec
        self.title = title
        self.hint = hint
    }

    /// Compares the ids only.
    public static func == (left: LintRule, right: LintRule) -> Bool {
        left.id == right.id
    }

    /// Hashes the id only.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(id)
    }
}
