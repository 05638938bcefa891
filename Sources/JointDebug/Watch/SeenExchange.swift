public import SAML
public import XMLSecurity

/// An exchange that a running service had with somebody, and what it decided.
public struct SeenExchange: Sendable {
    /// When the request came.
    public let at: Instant
    /// What was sent and what came back.
    public let exchange: WebExchange
    /// The reference id of the service's log.
    public let reference: String
    /// Why the service refused.
    public let refusal: Refusal?
    /// What became of a notification.
    public let outcome: String?
    /// How many exchanges before it were not told.
    public let lost: Int

    /// Describes it.
    public init(
        at: Instant,
        exchange: WebExchange,
        reference: String,
        refusal: Refusal?,
        outcome: String?,
        lost: Int = 0
    ) {
        self.at = at
        self.exchange = exchange
        self.reference = reference
        self.refusal = refusal
        self.outcome = outcome
        self.lost = lost
    }

    /// The same, without what a refusal quotes of a customer.
    var withoutPersonalData: SeenExchange {
        SeenExchange(
            at: at,
            exchange: exchange,
            reference: reference,
            refusal: refusal?.withoutPersonalData,
            outcome: outcome,
            lost: lost
        )
    }
}
