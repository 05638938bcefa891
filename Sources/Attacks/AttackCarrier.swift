/// What carries an attack to the judge.
public enum AttackCarrier: String, CaseIterable, Sendable {
    /// A response, as XML out of its form field.
    case response
    /// The query of an AuthnRequest by HTTP-Redirect, without `?`.
    case requestQuery = "request-query"
    /// The body of an AuthnRequest by HTTP-POST.
    case requestForm = "request-form"
    /// The query of a LogoutRequest by HTTP-Redirect, without `?`.
    case logoutQuery = "logout-query"
    /// A metadata file.
    case metadata
}
