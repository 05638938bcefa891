/// Where logout messages go (huawei-cloud.md 4.2).
enum LogoutPath {
    static let redirect = "/authui/saml/LogoutServiceHTTPRedirect"
    static let post = "/authui/saml/LogoutServiceHTTPPost"
    /// What an answer's address has behind a request's.
    static let response = "Response"
    /// Where a customer signs out.
    static let start = "/authui/logout"
}
