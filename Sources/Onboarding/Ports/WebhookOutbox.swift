public import XMLSecurity

/// Messages to portals, written in the transaction of what they tell.
public protocol WebhookOutbox: Sendable {
    /// Takes what is due; whoever took it has until `lease` to tell what came of it.
    func take(at now: Instant, lease: Instant, limit: Int) async throws -> [WebhookDelivery]
    /// The portal took it.
    func delivered(_ id: Int64, at now: Instant) async throws
    /// The portal did not; without `next` it is given up.
    func failed(_ id: Int64, _ fault: String, next: Instant?, at now: Instant) async throws
    /// Deliveries in a state, or all, latest first.
    func deliveries(_ state: WebhookDelivery.State?, limit: Int) async throws -> [WebhookDelivery]
    /// Sends a dead one again from the start; whether there was one.
    func revive(_ id: Int64, at now: Instant) async throws -> Bool
}
