import HuaweiCloud

/// Who does something to the whitelist.
public struct WhitelistPerson: Hashable, Sendable, Codable {
    /// The longest name.
    public static let longest = 64

    /// The name: of an operator's token, or a label.
    public let name: String
    /// Whether a token proved it; a label proves nothing.
    public let isProved: Bool
    /// The user of the operating system, where the command ran.
    public let systemUser: String?

    /// Names a person.
    /// - Parameters:
    ///   - name: the name, without spaces.
    ///   - isProved: whether a token proved it.
    ///   - systemUser: the user of the operating system.
    /// - Throws: ``WhitelistRefusal`` when that is no name.
    public init(_ name: String, isProved: Bool, systemUser: String? = nil) throws(WhitelistRefusal) {
        guard IdentifierRule.holds(name, longest: Self.longest) else { throw WhitelistRefusal(.person, name) }
        self.name = name
        self.isProved = isProved
        self.systemUser = systemUser
    }

    /// Whether both are one person: the same name, however its letters are written.
    public func isSame(as other: WhitelistPerson) -> Bool { name.lowercased() == other.name.lowercased() }

    /// Whether two names stand for one user of one machine, which a reviewer wants to see.
    public func sharesSystemUser(with other: WhitelistPerson) -> Bool {
        systemUser != nil && systemUser == other.systemUser
    }
}
