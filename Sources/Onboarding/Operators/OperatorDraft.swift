public import XMLSecurity

/// An operator that is not written down yet.
public struct OperatorDraft: Hashable, Sendable {
    /// The longest life of a token in days: a year and a day, so that "next year, same day" is possible.
    public static let longestDays: Int64 = 366

    /// The name.
    public let name: String
    /// The role.
    public let role: OperatorRole
    /// The portal, of that role alone.
    public let portal: String?
    /// For how many days the token holds.
    public let days: Int64

    /// Describes an operator to be.
    /// - Parameters:
    ///   - name: the name, without spaces.
    ///   - role: the role.
    ///   - portal: the portal's name, for the role `portal` and for no other.
    ///   - days: for how many days the token holds.
    /// - Throws: ``OperatorRefusal`` with the rule that it breaks.
    public init(_ name: String, _ role: OperatorRole, portal: String? = nil, days: Int64) throws(OperatorRefusal) {
        guard (try? WhitelistPerson(name, isProved: true)) != nil else { throw OperatorRefusal(.name, name) }
        guard (role == .portal) == (portal != nil) else { throw OperatorRefusal(.portal, name) }
        if let portal, (try? PortalEnrolment(portal, perDay: 1)) == nil { throw OperatorRefusal(.portal, portal) }
        guard (1...Self.longestDays).contains(days) else { throw OperatorRefusal(.days, "\(days)") }
        self.name = name
        self.role = role
        self.portal = portal
        self.days = days
    }

    /// The operator that it becomes.
    public func numbered(_ id: Int64, at now: Instant, by author: String) -> Operator {
        Operator(
            id: id,
            name: name,
            role: role,
            portal: portal,
            since: now,
            until: now.adding(seconds: days * 86_400),
            addedBy: author
        )
    }
}
