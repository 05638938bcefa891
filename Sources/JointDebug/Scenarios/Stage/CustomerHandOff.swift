/// What a portal says of a customer when it hands them over.
public struct CustomerHandOff: Sendable {
    /// The customer.
    public var customer: ScenarioCustomer
    /// The waiting request that is answered.
    public var request: String?
    /// Where to land.
    public var service: String?
    /// Whether it is a first login, when the portal says so.
    public var firstLogin: Bool?
    /// How long ago the token was made, in seconds.
    public var age: Int64 = 0
    /// How long it lives, in seconds.
    public var life: Int64 = 60
    /// Whether a key signs that the identity provider does not know.
    public var isSignedByStranger = false
    /// Whom it is for, in place of the identity provider.
    public var audience: String?
    /// Whether name, e-mail and phone are passed.
    public var tellsOptional = true

    /// Says nothing but who it is.
    public init(_ customer: ScenarioCustomer) { self.customer = customer }
}
