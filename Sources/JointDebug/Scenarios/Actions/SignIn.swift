import SAML

/// The portal signs the customer in whom the identity provider sent there, and hands the waiting request back.
enum SignIn: ScenarioAction {
    static let name = "sign-in"
    static let title = Bilingual("The customer signs in at the portal, and the request goes on", "客户在门户登录，请求继续")
    static let parameters: Set = ["account", "user", "other-browser", "again", "request", "first-login"]
    static let expectations: Set = ["refused", "answer", "status"]

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        guard case .handOff(let portal, let mint) = play.stage.identityProvider.login,
            let base = play.stage.identityProvider.drawbridge
        else { throw StepFailure("There is no portal", "没有门户") }
        if !step.isOn("again") {
            var claims = HandOver.claims(step, play)
            claims.customer.account = step["account"] ?? claims.customer.account
            claims.customer.user = step["user"] ?? claims.customer.user
            claims.request = try step["request"] ?? waiting(play)
            play.token = try await mint(claims)
        }
        if step.isOn("other-browser") { play.browser = play.stage.newBrowser() }
        let posted = try await play.submit([("token", play.token ?? "")], to: base + "/sso/resume", from: portal)
        let isOurs = posted.redirect.map { $0.hasPrefix(base) } ?? false
        let answer = IdentityProviderAnswer(isOurs ? try await play.open(posted.redirect ?? "") : posted)
        play.answer = answer
        return try SendRequest.judge(answer, step, play)
    }

    private static func waiting(_ play: Play) throws -> String {
        guard case .portal(let url) = play.answer,
            let id = QueryValue.decoded("request", in: QueryValue.query(of: url))
        else { throw StepFailure("No request is waiting", "没有等待中的请求") }
        return id
    }
}
