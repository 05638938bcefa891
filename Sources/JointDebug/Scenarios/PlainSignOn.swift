import HuaweiCloud
public import SAML
import XMLSecurity

/// A customer crosses from the portal into HUAWEI CLOUD, then the same response is sent with one octet changed.
public struct PlainSignOn: Sendable {
    /// The scenario's id.
    public static let id = "sign-on.plain"
    /// What it shows.
    public static let purpose = Bilingual(
        "A signed-in customer crosses from the portal into HUAWEI CLOUD",
        "已登录的客户从伙伴门户进入华为云"
    )

    private let stage: ScenarioStage
    private var browser: Browser
    private var steps: [StepReport] = []

    /// Prepares the scenario.
    public init(_ stage: ScenarioStage) {
        self.stage = stage
        browser = Browser(language: stage.language)
    }

    /// Runs the scenario; a step that fails is its last.
    /// - Parameter progress: is told of each step when it is done.
    /// - Returns: the report.
    public mutating func run(progress: (StepReport) -> Void) async -> ScenarioReport {
        do {
            try await play(progress)
        } catch {
            // The failed step is in the list.
        }
        return ScenarioReport(id: Self.id, purpose: Self.purpose, steps: steps, trace: browser.trace)
    }

    private mutating func play(_ progress: (StepReport) -> Void) async throws {
        let link = try await step(Titles.handOff, progress) { try await $0.handOver() }
        let request = try await step(Titles.request, progress) { try await $0.openLoginLink(link) }
        let form = try await step(Titles.response, progress) { try await $0.collectResponse(request) }
        let service = try await step(Titles.consumer, progress) { try await $0.post(form) }
        _ = try await step(Titles.console, progress) { try await $0.land(service) }
        _ = try await step(Titles.tampered, progress) { try $0.tamper(form, request) }
    }

    private struct Seen<Value> {
        let value: Value
        let facts: [StepReport.Fact]
    }

    private mutating func step<Value>(
        _ title: Bilingual,
        _ progress: (StepReport) -> Void,
        _ body: (inout PlainSignOn) async throws -> Seen<Value>
    ) async throws -> Value {
        do {
            let seen = try await body(&self)
            report(StepReport(title: title, facts: seen.facts, failure: nil), progress)
            return seen.value
        } catch {
            report(StepReport(title: title, facts: [], failure: "\(error)"), progress)
            throw error
        }
    }

    private mutating func report(_ step: StepReport, _ progress: (StepReport) -> Void) {
        steps.append(step)
        progress(step)
    }
}

extension PlainSignOn {
    private mutating func handOver() async throws -> Seen<String> {
        let token = try await stage.mint(nil)
        let answer = try await browser.submit(
            [("token", token)],
            to: stage.baseURL + "/sso/start",
            from: stage.portalURL
        )
        // The portal's POST brings no Lax cookie, so the browser comes once more, by GET, before it is sent on.
        guard let arrival = answer.redirect else { throw Unexpected(answer, wanted: "a redirect of ours") }
        let arrived = arrival.hasPrefix(stage.baseURL) ? try await browser.open(arrival) : answer
        guard let link = arrived.redirect else { throw Unexpected(arrived, wanted: "a redirect to the login link") }
        return Seen(
            value: link,
            facts: [
                .init("customer", "客户", "\(stage.customer) (xAccountId \(stage.account))"),
                .init("login link", "登录链接", link),
            ]
        )
    }

    private mutating func openLoginLink(_ link: String) async throws -> Seen<SentRequest> {
        let answer = try await browser.open(link, from: stage.baseURL)
        guard let url = answer.redirect, let query = url.split(separator: "?", maxSplits: 1).dropFirst().first else {
            throw Unexpected(answer, wanted: "a redirect to the identity provider")
        }
        let decoded = try InboundMessage.redirect(query: Array(query.utf8)).decode(.request)
        let document = try XMLDocument(parsing: decoded.xml, limits: .message)
        let request = try AuthnRequest(decoding: document.root)
        let signed = decoded.detached?.signed.count ?? 0
        return Seen(
            value: SentRequest(url: url, id: request.id),
            facts: [
                .init("AuthnRequest", "AuthnRequest", "\(request.id), Issuer \(request.issuer)"),
                .init("signed", "签名", "\(decoded.detached?.algorithm ?? "-")"),
                .init("octets signed", "被签字节", "\(signed): SAMLRequest=…&RelayState=…&SigAlg=…"),
                .init("key", "密钥", "SHA-256 \(stage.simulation.keyFingerprint.prefix(16))…"),
            ]
        )
    }

    private mutating func collectResponse(_ request: SentRequest) async throws -> Seen<SelfPostingForm> {
        let answer = try await browser.open(request.url, from: stage.simulation.entityID)
        guard answer.status == 200, let form = SelfPostingForm(in: answer.text), form.field("SAMLResponse") != nil
        else {
            throw Unexpected(answer, wanted: "a page that posts a SAMLResponse")
        }
        let validated = try stage.simulation.judge(xml(of: form), answering: request.id, at: stage.now()).get()
        let attributes = validated.assertion.attributes.map { "\($0.name)=\($0.values.joined(separator: "|"))" }
        return Seen(
            value: form,
            facts: [
                .init("assertion", "断言", validated.assertion.id),
                .init("signed", "签名", validated.signature.signatureAlgorithm.rawValue),
                .init("key", "密钥", "SHA-256 \(stage.simulation.identityProviderFingerprint.prefix(16))…"),
                .init("attributes", "属性", attributes.joined(separator: ", ")),
            ]
        )
    }

    private mutating func post(_ form: SelfPostingForm) async throws -> Seen<String> {
        let answer = try await browser.submit(form.fields, to: form.action, from: stage.baseURL)
        guard let service = answer.redirect else { throw Unexpected(answer, wanted: "a redirect into the console") }
        return Seen(value: service, facts: [.init("accepted at", "接收地址", form.action)])
    }

    private mutating func land(_ service: String) async throws -> Seen<Void> {
        let answer = try await browser.open(service, from: stage.simulation.entityID)
        guard answer.status == 200 else { throw Unexpected(answer, wanted: "the console page") }
        // Without the ticket, which opens the page once.
        return Seen(value: (), facts: [.init("page", "页面", String(service.prefix { $0 != "?" }))])
    }

    // The account's first character becomes another one: exactly one octet of the document differs.
    private func tamper(_ form: SelfPostingForm, _ request: SentRequest) throws -> Seen<Void> {
        var xml = try xml(of: form)
        let marker = Array(">\(stage.account)<".utf8)
        guard let place = xml.indices.first(where: { xml[$0...].starts(with: marker) }) else {
            throw BrowserError("the response does not carry xAccountId \(stage.account)")
        }
        xml[place + 1] ^= 1
        switch stage.simulation.judge(xml, answering: request.id, at: stage.now()) {
        case .success: throw BrowserError("a response with one octet changed was accepted")
        case .failure(let refusal):
            return Seen(
                value: (),
                facts: [
                    .init("refused", "已拒绝", refusal.code.id),
                    .init("where", "位置", refusal.xpath ?? "-"),
                    .init("why", "原因", refusal.code.message[stage.language]),
                    .init("hint", "提示", refusal.hint[stage.language]),
                ]
            )
        }
    }

    private func xml(of form: SelfPostingForm) throws -> [UInt8] {
        guard let xml = Base64.decode((form.field("SAMLResponse") ?? "").utf8) else {
            throw BrowserError("SAMLResponse is not Base64")
        }
        return xml
    }
}

extension PlainSignOn {
    private struct SentRequest {
        let url: String
        let id: String
    }

    private enum Titles {
        static let handOff = Bilingual(
            "The portal hands the customer over; the token is verified",
            "门户移交客户，令牌验证通过"
        )
        static let request = Bilingual("HUAWEI CLOUD sends a signed AuthnRequest", "华为云发出已签名的 AuthnRequest")
        static let response = Bilingual(
            "Drawbridge verifies it and answers with a signed assertion",
            "Drawbridge 验证请求并以签名断言应答"
        )
        static let consumer = Bilingual("HUAWEI CLOUD takes the response", "华为云接受响应")
        static let console = Bilingual("The customer lands on the console", "客户进入控制台")
        static let tampered = Bilingual(
            "The same response with one octet changed is refused",
            "同一响应改动一个字节后被拒绝"
        )
    }
}
