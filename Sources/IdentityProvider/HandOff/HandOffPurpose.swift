/// What a token is used for.
public enum HandOffPurpose: Sendable {
    /// `/sso/start`: a sign-on begins at the portal.
    case start
    /// `/sso/resume`: a request waits.
    case resume
    /// `/sso/end`: the user signed out at the portal.
    case end
}
