/// When the optional attributes are sent; HUAWEI CLOUD uses them to pre-fill its binding pages.
public enum OptionalAttributes: String, CaseIterable, Sendable {
    /// On a first login only.
    case firstLogin = "first-login"
    /// On every sign-on.
    case always
    /// Never.
    case never
}
