import HuaweiCloud

/// A portal that may add exact accounts by itself, up to a number a day.
public struct PortalEnrolment: Hashable, Sendable, Codable {
    /// The largest number a day.
    public static let most = 100_000

    /// The portal's name.
    public let portal: String
    /// How many accounts a day.
    public let perDay: Int

    /// Describes an enrolment.
    /// - Parameters:
    ///   - portal: the portal's name.
    ///   - perDay: how many accounts a day.
    /// - Throws: ``WhitelistRefusal`` with the rule that it breaks.
    public init(_ portal: String, perDay: Int) throws(WhitelistRefusal) {
        guard IdentifierRule.holds(portal, longest: 64), (1...Self.most).contains(perDay) else {
            throw WhitelistRefusal(.enrolment, portal)
        }
        self.portal = portal
        self.perDay = perDay
    }
}
