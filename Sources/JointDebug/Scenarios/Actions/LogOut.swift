import SAML
import XMLSecurity

/// A session ends: HUAWEI CLOUD asks for it, or the portal says so.
enum LogOut: ScenarioAction {
    static let name = "log-out"
    static let title = Bilingual("The customer signs out", "客户登出")
    static let parameters: Set = ["from", "sign", "name", "session-index", "issued"]
    static let expectations: Set = ["refused", "status", "page"]

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        if step["from"] == "portal" { return try await fromPortal(step, &play) }
        let url = try await request(step, play)
        var answer = try await play.open(url, from: play.stage.simulation.entityID)
        let origin = play.stage.simulation.loginOrigin
        for _ in 0..<6 {
            guard let next = answer.redirect, !next.hasPrefix(origin) else { break }
            answer = try await play.open(next)
        }
        if step.expected["refused"] != nil { return try Expect.refused(answer, step, play) }
        let status = try status(answer)
        let wanted = step.expected["status"] ?? "Success"
        try Expect.equal("the LogoutResponse's status", status.joined(separator: "/"), wanted)
        return [StepFact("LogoutResponse", "LogoutResponse", status.joined(separator: "/"))]
    }

    private static func request(_ step: StepInput, _ play: Play) async throws -> String {
        let descriptor = try play.stage.registration().identityProvider
        let services = descriptor.idpSSODescriptor?.role.singleLogoutServices ?? []
        guard let endpoint = services.first(where: { $0.binding == Binding.httpRedirect.rawValue })?.location else {
            throw StepFailure("The metadata names no SingleLogoutService", "元数据中没有 SingleLogoutService")
        }
        guard let assertion = play.validated?.assertion, let nameID = assertion.subject?.nameID else {
            throw StepFailure("Nobody has signed in", "尚无人登录")
        }
        let now = play.stage.now().adding(seconds: step.number("issued") ?? 0)
        let index = step["session-index"] ?? assertion.authnStatements.first?.sessionIndex
        let request = LogoutRequest(
            id: MessageID.fresh(from: play.stage.randomness),
            issueInstant: now,
            issuer: play.stage.simulation.entityID,
            destination: endpoint,
            notOnOrAfter: now.adding(seconds: 300),
            nameID: step["name"].map { NameID(value: $0, format: NameIDFormat.transient) } ?? nameID,
            sessionIndexes: [index].compactMap { $0 }
        )
        let own = play.stage.simulation.keys.current
        let key: SigningKey? =
            switch step["sign"] {
            case "no": nil
            case "stranger": play.stage.strangerKey
            default: own
            }
        var writer = CanonicalWriter()
        try request.write(to: &writer, signedBy: nil)
        let query = try HTTPRedirectBinding.query(
            writer.finish(),
            as: .request,
            relayState: nil,
            signedBy: key,
            escapes: .lower
        )
        return endpoint + "?" + query
    }

    private static func status(_ answer: WebExchange) throws -> [String] {
        guard let url = answer.redirect else {
            throw StepFailure(answer, wanted: Bilingual("a LogoutResponse", "LogoutResponse"))
        }
        let decoded = try InboundMessage.redirect(query: Array(QueryValue.query(of: url).utf8)).decode(.response)
        return StatusCodes.of(decoded.xml)
    }

    private static func fromPortal(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        guard case .handOff(let portal, let mint) = play.stage.identityProvider.login,
            let base = play.stage.identityProvider.drawbridge
        else { throw StepFailure("There is no portal", "没有门户") }
        let token = try await mint(HandOver.claims(step, play))
        let posted = try await play.submit([("token", token)], to: base + "/sso/end", from: portal)
        var answer = posted
        for _ in 0..<6 {
            guard let next = answer.redirect, next.hasPrefix(base) else { break }
            answer = try await play.open(next)
        }
        if step.expected["refused"] != nil { return try Expect.refused(answer, step, play) }
        guard answer.status < 400 else {
            throw StepFailure(answer, wanted: Bilingual("the sessions ended", "会话结束"))
        }
        return [StepFact("answer", "应答", "\(answer.status) \(answer.redirect ?? "")")]
    }
}
