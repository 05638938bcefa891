/// How a customer signs in at the identity provider.
public enum LoginHook: Sendable {
    /// By the portal's hand-off token.
    case handOff(portal: String, mint: @Sendable (CustomerHandOff) async throws -> String)
    /// By a form with a name and a password on the identity provider's own page.
    case form(SignInForm)
    /// By a command that is given the page and answers with what to send.
    case command(SignInCommand)
    /// Not at all.
    case none

    /// A form of the identity provider.
    public struct SignInForm: Sendable {
        /// The field of the name.
        public let userField: String
        /// The field of the password.
        public let passwordField: String
        /// The name.
        public let user: String
        let password: String

        /// Describes a form.
        public init(userField: String, passwordField: String, user: String, password: String) {
            self.userField = userField
            self.passwordField = passwordField
            self.user = user
            self.password = password
        }
    }

    /// A command of the user's: the page's HTML on its standard input, its address in `PAGE_URL`; it writes the fields to
    /// send as `name=value`, one a line, to its standard output.
    public typealias SignInCommand = @Sendable (_ page: WebExchange) async throws -> [(String, String)]

    var canSignIn: Bool {
        if case .none = self { return false }
        return true
    }

    var canHandOver: Bool {
        if case .handOff = self { return true }
        return false
    }
}
