public import SAML

/// What comes next in a logout.
public enum LogoutStep: Sendable {
    /// Send this through the browser, and keep the flow until the answer comes.
    case ask(OutboundMessage, LogoutFlow)
    /// All was asked: send this answer to the SP that began.
    case answer(OutboundMessage, LogoutFlow)
    /// All was asked: say on our own page what happened.
    case report(LogoutFlow)
}
