import SAML
import XMLSecurity

/// A session ends: HUAWEI CLOUD asks for it, the portal says so, or the customer leaves HUAWEI CLOUD.
enum LogOut: ScenarioAction {
    static let name = "log-out"
    static let title = Bilingual("The customer signs out", "客户登出")
    static let parameters: Set = ["from", "sign", "name", "session-index", "issued"]
    static let expectations: Set = ["refused", "status", "page"]

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        switch step["from"] ?? "sp" {
        case "sp": return try await byHand(step, &play)
        case "huawei-cloud":
            let asked = try await play.open(play.stage.simulation.loginOrigin + LogoutPath.start)
            return try judge(try await LogoutChain.follow(asked, &play), step, play)
        case "portal":
            let posted = try await fromPortal(step, &play)
            return try judge(try await LogoutChain.follow(posted, &play), step, play)
        case let other:
            throw StepFailure(
                "from is sp, huawei-cloud or portal, not \(other)",
                "from 的取值为 sp、huawei-cloud 或 portal，而不是 \(other)"
            )
        }
    }

    private static func judge(_ chain: LogoutChain, _ step: StepInput, _ play: Play) throws -> [StepFact] {
        if step.expected["refused"] != nil { return try Expect.refused(chain.page, step, play) }
        guard chain.page.status < 400 else {
            throw StepFailure(chain.page, wanted: Bilingual("the sessions ended", "会话结束"))
        }
        let status = chain.statuses.last?.joined(separator: "/")
        try Expect.equal("the LogoutResponse's status", status, step.expected["status"] ?? "Success")
        let told = [StepFact("LogoutResponse", "LogoutResponse", status ?? "-")]
        guard let text = step.expected["page"] else { return told }
        return told + (try Expect.page(chain.page, holds: text))
    }

    private static func fromPortal(_ step: StepInput, _ play: inout Play) async throws -> WebExchange {
        guard case .handOff(let portal, let mint) = play.stage.identityProvider.login,
            let base = play.stage.identityProvider.drawbridge
        else { throw StepFailure("There is no portal", "没有门户") }
        let token = try await mint(CustomerHandOff(play.customer))
        return try await play.submit([("token", token)], to: base + "/sso/end", from: portal)
    }
}

// A LogoutRequest of the harness's own making, good or bad; what answers it is judged here, since nobody asked for it there.
extension LogOut {
    /// An identity provider's own redirects and the other SPs of the session; more is a loop.
    private static let mostHops = 6

    private static func byHand(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        let (id, url) = try request(step, play)
        var answer = try await play.open(url, from: play.stage.simulation.entityID)
        let origin = play.stage.simulation.loginOrigin
        for _ in 0..<mostHops {
            guard let next = answer.redirect, !next.hasPrefix(origin) else { break }
            answer = try await play.open(next)
        }
        if step.expected["refused"] != nil { return try Expect.refused(answer, step, play) }
        let xml = try validated(answer, to: id, play)
        let status = StatusCodes.of(xml).joined(separator: "/")
        try Expect.equal("the LogoutResponse's status", status, step.expected["status"] ?? "Success")
        return [StepFact("LogoutResponse", "LogoutResponse", status)]
    }

    private static func request(_ step: StepInput, _ play: Play) throws -> (id: String, url: String) {
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
        let key: SigningKey? =
            switch step["sign"] {
            case "no": nil
            case "stranger": play.stage.strangerKey
            default: play.stage.simulation.keys.current
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
        return (request.id, endpoint + "?" + query)
    }

    /// The LogoutResponse's octets, once its signature, addresses and times hold.
    private static func validated(_ answer: WebExchange, to id: String, _ play: Play) throws -> [UInt8] {
        guard let message = LogoutChain.message(in: answer), let xml = try? message.decode(.response).xml else {
            throw StepFailure(answer, wanted: Bilingual("a LogoutResponse", "LogoutResponse"))
        }
        let registration = try play.stage.registration()
        let path = answer.redirect == nil ? LogoutPath.post : LogoutPath.redirect
        let validator = LogoutValidator(
            LogoutExpectations(
                peer: registration.identityProvider.entityID,
                keys: registration.keys,
                ourAddress: play.stage.simulation.loginOrigin + path + LogoutPath.response,
                peerIsSessionAuthority: true
            )
        )
        if case .failure(let refusal) = validator.validate(response: message, to: id, at: play.stage.now()) {
            throw StepFailure(refusal, in: xml)
        }
        return xml
    }
}
