public import XMLSecurity

/// One message to a portal on its way.
public struct WebhookDelivery: Hashable, Sendable, CustomStringConvertible {
    /// Where a delivery is.
    public enum State: String, CaseIterable, Sendable {
        /// To be sent, or to be sent again.
        case waiting
        /// The portal took it.
        case delivered
        /// Given up.
        case dead
    }

    /// Its id: the same for each attempt, so that a portal can tell a repetition.
    public let id: Int64
    /// To whom.
    public let portal: String
    /// What happened.
    public let change: AssociationChange
    /// Where it is.
    public let state: State
    /// How often it was sent.
    public let attempts: Int
    /// When it is due.
    public let due: Instant
    /// What went wrong last.
    public let fault: String?

    /// Describes a delivery.
    public init(
        id: Int64,
        portal: String,
        change: AssociationChange,
        state: State,
        attempts: Int,
        due: Instant,
        fault: String?
    ) {
        self.id = id
        self.portal = portal
        self.change = change
        self.state = state
        self.attempts = attempts
        self.due = due
        self.fault = fault
    }

    /// A placeholder: it names a customer.
    public var description: String { "<delivery \(id)>" }
}
