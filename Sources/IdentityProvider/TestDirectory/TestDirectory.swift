public import XMLSecurity

/// Users with passwords for joint debugging, in place of a portal that is not ready.
public struct TestDirectory: Sendable {
    /// What stands for the portal in everything that a user of the directory does.
    ///
    /// No portal can have this name, so that nothing a portal says is ever taken for a test, nor a test for a portal.
    public static let portal = "(test directory)"
    /// More are no test, and every one is compared with at start.
    public static let mostUsers = 1000

    private let users: [String: TestUser]
    /// What a password is tried on whose user does not exist: as dear as the dearest, so that nobody can tell by the time.
    public let decoy: PasswordHash
    /// Whether it is asked even where a portal is registered.
    public let isPreferred: Bool

    /// Makes a directory.
    /// - Parameters:
    ///   - users: the users; of two with one name the first counts.
    ///   - isPreferred: whether it is asked even where a portal is registered.
    ///   - randomness: what the decoy is made of.
    public init(_ users: [TestUser], isPreferred: Bool = false, randomness: Randomness) {
        self.users = Dictionary(users.map { ($0.name, $0) }) { first, _ in first }
        self.isPreferred = isPreferred
        let dearest = users.map(\.password.cost).max { $0.work < $1.work }
        decoy = PasswordHash(ofNothing: dearest ?? .standard, randomness: randomness)
    }

    /// How many users there are.
    public var count: Int { users.count }

    /// The user of that name, letter by letter.
    public func user(_ name: String) -> TestUser? { users[name] }

    /// Whether a customer is still one of its users, under whatever name.
    public func knows(_ customer: Customer) -> Bool {
        users.values.contains { $0.xUserID == customer.xUserID && $0.xAccountID == customer.xAccountID }
    }
}

extension Customer {
    /// Whether the test directory vouches for the customer, and no portal.
    public var isOfTestDirectory: Bool { portal == TestDirectory.portal }
}
