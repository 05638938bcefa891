/// An entry that is not written yet.
public struct WhitelistDraft: Hashable, Sendable {
    /// What it is about.
    public let subject: WhitelistSubject
    /// When it holds.
    public let validity: Validity
    /// The state that a file gives it; a proposal begins at the beginning.
    public let state: WhitelistState
    /// The line of the file.
    public let line: Int?

    /// Describes an entry to be.
    public init(
        _ subject: WhitelistSubject,
        validity: Validity = .always,
        state: WhitelistState = .proposed,
        line: Int? = nil
    ) {
        self.subject = subject
        self.validity = validity
        self.state = state
        self.line = line
    }
}
