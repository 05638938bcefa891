public import HuaweiCloud
public import XMLSecurity

/// A hand-off that holds: who the customer is, and where to.
///
/// Only ``HandOffRule`` makes one. Whether the token was used before is the caller's to ask, with ``replayKey``.
public struct HandOff: Sendable {
    /// Who.
    public let customer: Customer
    /// When the customer signed in at the portal.
    public let authnInstant: Instant
    /// The waiting request that the token is for.
    public let requestID: String?
    /// Where the customer wants to land.
    public let service: ServiceURL?
    /// The SP that the customer goes to instead; never together with ``service``.
    public let target: UnsolicitedTarget?
    /// What must be used once.
    public let replayKey: ReplayKey
    /// Until then it must be remembered.
    public let replayUntil: Instant
}
