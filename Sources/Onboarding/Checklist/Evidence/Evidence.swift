public import SAML
public import XMLSecurity

/// What was looked at, or why it could not be.
public enum Evidence<Value: Sendable>: Sendable {
    /// It was looked at.
    case taken(Value, at: Instant, against: Provenance)
    /// It was not; the sentence says why, and what to do.
    case missing(Bilingual)
}
