public import SAML
public import XMLSecurity

/// One thing that happened at the simulated HUAWEI CLOUD.
public struct SimulationEvent: Sendable {
    /// What happened.
    public enum Kind: String, Sendable {
        /// IDP metadata was uploaded, taken or not.
        case registration
        /// A login link was refused.
        case loginRefused = "login-refused"
        /// A request was sent to the identity provider.
        case request
        /// A response was refused.
        case responseRefused = "response-refused"
        /// A response was taken, and the customer let in.
        case arrival
        /// A response was taken, and the customer asked for an account.
        case bindingOffered = "binding-offered"
        /// An account was bound.
        case bound
        /// An account could not be bound.
        case bindingRefused = "binding-refused"
        /// A bond was taken away.
        case unbound
        /// A notification was sent, or handed to the browser, or lost.
        case notification
        /// A logout was asked for, answered or refused.
        case logout
        /// The keys of the SP changed.
        case rollover
        /// The faults that hold for everybody changed.
        case faults
        /// A call came to the BSS.
        case bss
    }

    /// What happened.
    public let kind: Kind
    /// When, by the right clock.
    public let at: Instant
    /// The platform, when one is known.
    public var platformID: String?
    /// The ID of the AuthnRequest or LogoutRequest.
    public var requestID: String?
    /// The ticket that the console is opened with.
    public var arrivalID: String?
    /// What the assertion said.
    public var attributes: [Attribute] = []
    /// Why something was refused; empty otherwise.
    public var refusals: [Refusal] = []
    /// What the linter says of the message or file, errors and warnings.
    public var findings: [LintFinding] = []
    /// What else is known, by name.
    public var facts: [String: String] = [:]

    /// Makes an event.
    public init(_ kind: Kind, at now: Instant) {
        self.kind = kind
        at = now
    }
}
