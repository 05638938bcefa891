import SAML
import XMLSecurity

/// The browser opens the login link; HUAWEI CLOUD answers with a signed request.
enum OpenLoginLink: ScenarioAction {
    static let name = "open-login-link"
    static let title = Bilingual("HUAWEI CLOUD sends a signed AuthnRequest", "华为云发出已签名的 AuthnRequest")
    static let parameters: Set = ["fault", "link"]
    static let expectations: Set = ["refused", "page"]

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        if let link = step["link"] { play.loginLink = link }
        guard let link = play.loginLink else {
            throw StepFailure("There is no login link yet", "尚无登录链接")
        }
        if let fault = step["fault"] { play.browser.extraHeaders = [(Faults.headerName, fault)] }
        defer { play.browser.extraHeaders = [] }
        let answer = try await play.open(link, from: play.stage.identityProvider.drawbridge)
        if step.expected["refused"] != nil { return try Expect.refused(answer, step, play) }
        if let text = step.expected["page"] { return try Expect.page(answer, holds: text) }
        guard let url = answer.redirect, let query = url.split(separator: "?", maxSplits: 1).dropFirst().first else {
            throw StepFailure(answer, wanted: Bilingual("a redirect to the identity provider", "重定向到身份提供商"))
        }
        return try read(url, String(query), &play)
    }

    // Faults may make a request that cannot be read; it is sent all the same, for the identity provider to refuse.
    private static func read(_ url: String, _ query: String, _ play: inout Play) throws -> [StepFact] {
        let decoded = try? InboundMessage.redirect(query: Array(query.utf8)).decode(.request)
        let root = decoded.flatMap { try? XMLDocument(parsing: $0.xml, limits: .message).root }
        let id = root?.attribute("ID") ?? "-"
        let relayState = QueryValue.decoded("RelayState", in: query)
        play.request = SentRequest(id: id, relayState: relayState, url: url, form: nil, isFromLoginHost: true)
        return [
            StepFact("AuthnRequest", "AuthnRequest", "\(id), \(decoded?.xml.count ?? 0) octets"),
            StepFact("signed with", "签名算法", decoded?.detached?.algorithm ?? "-"),
        ]
    }
}
