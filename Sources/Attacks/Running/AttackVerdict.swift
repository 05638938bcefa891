public import SAML

/// What a judge did with a message.
public enum AttackVerdict: Sendable {
    /// It refused it.
    case refused(Refusal)
    /// It took it, and read these values out of it.
    case accepted(reading: [String])
}
