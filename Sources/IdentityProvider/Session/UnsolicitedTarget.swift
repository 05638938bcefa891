public import SAML

/// The SP that a portal sends a customer to, without a request of that SP (saml-profiles 4.1.5).
public struct UnsolicitedTarget: Hashable, Sendable, Codable {
    /// The SP's entity id.
    public let serviceProvider: String
    /// What goes with the response.
    public let relayState: RelayState?

    /// Names an SP.
    public init(_ serviceProvider: String, relayState: RelayState? = nil) {
        self.serviceProvider = serviceProvider
        self.relayState = relayState
    }
}
