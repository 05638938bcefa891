import HuaweiCloud
import SAML
import XMLSecurity

/// The portal hands its customer over, and the identity provider sends the browser to the login link.
///
/// Where there is no portal, the login link is opened directly: HUAWEI CLOUD's side of the way is the same.
enum HandOver: ScenarioAction {
    static let name = "hand-over"
    static let title = Bilingual("The portal hands the customer over", "门户移交客户")
    static let parameters: Set = [
        "first-login", "service", "account", "user", "account-name", "email", "mobile", "age", "life", "audience",
        "signed-by-stranger", "again", "without-optional",
    ]
    static let expectations: Set = ["refused", "first-login", "service", "page"]

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        adopt(step, &play)
        guard case .handOff(let portal, let mint) = play.stage.identityProvider.login,
            let base = play.stage.identityProvider.drawbridge
        else {
            return try direct(step, &play)
        }
        if !step.isOn("again") { play.token = try await mint(claims(step, play)) }
        let posted = try await play.submit([("token", play.token ?? "")], to: base + "/sso/start", from: portal)
        // The portal's POST brings no Lax cookie, so that the browser comes once more by GET.
        let isOurs = posted.redirect.map { $0.hasPrefix(base) } ?? false
        let answer = isOurs ? try await play.open(posted.redirect ?? "") : posted
        if step.expected["refused"] != nil { return try Expect.refused(answer, step, play) }
        if let wanted = step.expected["page"] { return try Expect.page(answer, holds: wanted) }
        guard let link = answer.redirect else {
            throw StepFailure(answer, wanted: Bilingual("a redirect to the login link", "重定向到登录链接"))
        }
        play.loginLink = link
        return try judge(link, step, play)
    }

    private static func adopt(_ step: StepInput, _ play: inout Play) {
        play.customer.account = step["account"] ?? play.customer.account
        play.customer.user = step["user"] ?? play.customer.user
        play.customer.accountName = step["account-name"] ?? play.customer.accountName
        play.customer.email = step["email"] ?? play.customer.email
        play.customer.mobile = step["mobile"] ?? play.customer.mobile
    }

    static func claims(_ step: StepInput, _ play: Play) -> CustomerHandOff {
        var claims = CustomerHandOff(play.customer)
        claims.service = step["service"]
        claims.firstLogin = step["first-login"].map { $0 == "true" }
        claims.age = step.number("age") ?? 0
        claims.life = step.number("life") ?? claims.life
        claims.audience = step["audience"]
        claims.isSignedByStranger = step.isOn("signed-by-stranger")
        claims.tellsOptional = !step.isOn("without-optional")
        return claims
    }

    private static func direct(_ step: StepInput, _ play: inout Play) throws -> [StepFact] {
        let side = play.stage.simulation
        let isFirst = step.isOn("first-login")
        let service = step["service"] ?? side.site.defaultService
        let link =
            "\(side.site.loginLink)?xAccountType=\(PercentEncoding.encode(play.stage.platformID.value))"
            + "&isFirstLogin=\(isFirst)&service=\(PercentEncoding.encode(service))"
        play.loginLink = link
        return [StepFact("no portal; login link", "无门户；登录链接", link)]
    }

    private static func judge(_ link: String, _ step: StepInput, _ play: Play) throws -> [StepFact] {
        let side = play.stage.simulation
        let reading = LoginLinkReading(
            link,
            at: side.site,
            platformID: play.stage.platformID,
            isFirstLogin: step.expected["first-login"].map { $0 == "true" }
        )
        if let refusal = reading.refusals.first { throw StepFailure(refusal, in: Array(link.utf8)) }
        if let wanted = step.expected["service"], reading.service != wanted {
            let found = reading.service ?? "-"
            throw StepFailure("The link leads to \(found), not to \(wanted)", "链接指向 \(found)，而不是 \(wanted)")
        }
        return [
            StepFact("xAccountId", "xAccountId", play.customer.account), StepFact("login link", "登录链接", link),
        ]
    }
}
