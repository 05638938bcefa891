public import XMLSecurity

/// An id that Partner Center shows, as somebody recorded it.
public struct RecordedID: Hashable, Sendable {
    /// Which id it is.
    public enum Kind: String, CaseIterable, Sendable {
        /// `xAccountType`.
        case platformID = "platform-id"
        /// `bpId`.
        case partnerID = "bp-id"
    }

    /// Which id it is.
    public let kind: Kind
    /// The id.
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
