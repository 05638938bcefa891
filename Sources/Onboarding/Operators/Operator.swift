public import XMLSecurity

/// A person, or a portal's program, that a token stands for.
public struct Operator: Hashable, Sendable {
    /// Its number, unique in the store.
    public let id: Int64
    /// The name in every history.
    public let name: String
    /// What it may do.
    public let role: OperatorRole
    /// The portal that a program enrols for.
    public let portal: String?
    /// When the token was made.
    public let since: Instant
    /// The first moment when the token holds no longer.
    public let until: Instant
    /// Who made it: an operator, or the system's user who made the first.
    public let addedBy: String
    /// When it was revoked.
    public let revoked: Instant?

    /// Describes an operator.
    public init(
        id: Int64,
        name: String,
        role: OperatorRole,
        portal: String?,
        since: Instant,
        until: Instant,
        addedBy: String,
        revoked: Instant? = nil
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.portal = portal
        self.since = since
        self.until = until
        self.addedBy = addedBy
        self.revoked = revoked
    }

    /// Whether the token holds at a moment.
    public func holds(at now: Instant) -> Bool { revoked == nil && now < until }

    /// Whether both tokens are one person's: the same name, however its letters are written.
    public func isSame(as name: String) -> Bool { self.name.lowercased() == name.lowercased() }

    /// The operator as the whitelist's history names it.
    /// - Parameter systemUser: the user of the operating system, where a command ran.
    /// - Returns: a person whom a token proved.
    /// - Throws: ``WhitelistRefusal`` when the name is none, which a store does not let in.
    public func person(systemUser: String? = nil) throws(WhitelistRefusal) -> WhitelistPerson {
        try WhitelistPerson(name, isProved: true, systemUser: systemUser)
    }

    /// The same operator without its token.
    public func revoked(at now: Instant) -> Operator {
        Operator(
            id: id,
            name: name,
            role: role,
            portal: portal,
            since: since,
            until: until,
            addedBy: addedBy,
            revoked: now
        )
    }
}
