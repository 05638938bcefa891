public import SAML

/// An answer decided and not yet made.
///
/// Only ``IdentityProvider/decide(_:session:admission:at:)`` and
/// ``IdentityProvider/decide(unsolicited:session:admission:at:)`` make one.
public struct Answer: Sendable {
    /// What is answered.
    enum Kind: Sendable {
        case assert(Session, NameID)
        case refuse(Refusal)
    }

    let kind: Kind
    let delivery: Delivery
    let serviceProvider: ServiceProvider

    /// The refusal, when the answer is one.
    public var refusal: Refusal? {
        guard case .refuse(let refusal) = kind else { return nil }
        return refusal
    }
}
