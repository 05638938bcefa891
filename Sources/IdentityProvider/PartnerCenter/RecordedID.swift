public import XMLSecurity

/// An id that Partner Center shows, or an address that was entered there, as somebody recorded it.
public struct RecordedID: Hashable, Sendable {
    /// Which id it is.
    public enum Kind: String, CaseIterable, Sendable {
        /// `xAccountType`.
        case platformID = "platform-id"
        /// `bpId`.
        case partnerID = "bp-id"
        /// Where association results go.
        case notificationURL = "notification-url"
        /// Where a customer goes on behind a paid order.
        case paidURL = "order-paid-url"
        /// Where a customer goes whose balance is too low.
        case topUpURL = "top-up-url"
    }

    /// Which id it is.
    public let kind: Kind
    /// The id, or the address.
    public let value: String
    /// When it was recorded.
    public let at: Instant
    /// Who recorded it.
    public let person: String

    /// Makes a record.
    public init(_ kind: Kind, _ value: String, at: Instant, by person: String) {
        self.kind = kind
        self.value = value
        self.at = at
        self.person = person
    }
}
