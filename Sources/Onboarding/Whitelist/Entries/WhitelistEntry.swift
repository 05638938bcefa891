/// One entry of one stage's whitelist, as it is now.
public struct WhitelistEntry: Hashable, Sendable {
    /// Its number, unique in the store.
    public let id: Int64
    /// What it is about.
    public let subject: WhitelistSubject
    /// When it holds.
    public let validity: Validity
    /// Where it is on its way.
    public let state: WhitelistState
    /// Who proposed what it says.
    public let author: WhitelistPerson
    /// Who agreed to what it says.
    public let approvals: [WhitelistPerson]

    /// Describes an entry.
    public init(
        id: Int64,
        subject: WhitelistSubject,
        validity: Validity = .always,
        state: WhitelistState,
        author: WhitelistPerson,
        approvals: [WhitelistPerson] = []
    ) {
        self.id = id
        self.subject = subject
        self.validity = validity
        self.state = state
        self.author = author
        self.approvals = approvals
    }

    /// The same entry in another state.
    public func with(_ state: WhitelistState, approvals: [WhitelistPerson]? = nil) -> WhitelistEntry {
        WhitelistEntry(
            id: id,
            subject: subject,
            validity: validity,
            state: state,
            author: author,
            approvals: approvals ?? self.approvals
        )
    }

    /// Whether an approval came from the operating system's user of the author, or of another approval.
    public var sharesSystemUser: Bool {
        let persons = [author] + approvals
        return persons.indices.contains { index in
            persons[(index + 1)...].contains { persons[index].sharesSystemUser(with: $0) }
        }
    }
}
