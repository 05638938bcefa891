public import SAML

/// What to do with an accepted request.
public enum Decision: Sendable {
    /// Nobody may be answered any more: end on our own page, with nothing signed.
    case abandon(Refusal)
    /// Nobody is signed in who may answer it: send the browser to the portal.
    case signIn
    /// Answer it; the answer says what.
    case answer(Answer)
}
