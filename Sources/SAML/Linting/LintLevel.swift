/// How bad a finding is; only an error makes a check fail.
public enum LintLevel: String, CaseIterable, Sendable {
    /// Peers refuse the file, or read it in different ways.
    case error
    /// It works here and may not work elsewhere, or not for long.
    case warning
    /// Worth knowing.
    case note
}
