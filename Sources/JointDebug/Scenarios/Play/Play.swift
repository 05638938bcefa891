import HuaweiCloud
import SAML
import XMLSecurity

/// A scenario while it is played: what the customer, the browser and both sides hold so far.
struct Play {
    let stage: ScenarioStage
    /// Names in the scenario file, with what they stand for in this run.
    var names: [String: String]
    var customer: ScenarioCustomer
    var browser: Browser
    /// Every exchange so far, of all browsers.
    private(set) var trace: [WebExchange] = []
    var loginLink: String?
    var token: String?
    var request: SentRequest?
    var answer: IdentityProviderAnswer?
    var validated: ValidatedResponse?
    var page: WebExchange?
    var notification: SimulatedNotification?
    var bss = BSSPlay()
    /// What a step saw that fails all the same.
    var seen: [StepFact] = []
    /// What the linter said of each response that was checked.
    var findings: [[LintFinding]] = []

    init(number: Int, on stage: ScenarioStage) {
        self.init(stage.customer ?? ScenarioCustomer(number: number), on: stage)
        names["number"] = String(number)
    }

    init(_ customer: ScenarioCustomer, on stage: ScenarioStage) {
        self.stage = stage
        self.customer = customer
        browser = stage.newBrowser()
        names = [
            "account": customer.account, "user": customer.user, "account-name": customer.accountName,
            "email": customer.email, "mobile": customer.mobile,
            "base": stage.identityProvider.drawbridge ?? "", "sp": stage.simulation.entityID,
            "acs": stage.simulation.assertionConsumerService,
            "console": stage.simulation.site.defaultService, "folder": stage.folder,
            "bss": stage.bss?.origin ?? "", "platform": stage.platformID.value,
        ]
    }

    mutating func open(_ url: String, from site: String? = nil) async throws -> WebExchange {
        let exchange = try await browser.open(url, from: site)
        trace.append(exchange)
        return exchange
    }

    mutating func submit(_ form: [(String, String)], to url: String, from site: String) async throws -> WebExchange {
        let exchange = try await browser.submit(form, to: url, from: site)
        trace.append(exchange)
        return exchange
    }

    /// Keeps an exchange that no browser made.
    mutating func keep(_ exchange: WebExchange) {
        trace.append(exchange)
    }

    /// Judges a response as a strict SP does, with the first certificate that was uploaded.
    func judge(_ xml: [UInt8], answering id: String) throws -> Result<ValidatedResponse, Refusal> {
        let registration = try stage.registration()
        let expectations = ResponseExpectations(
            identityProvider: registration.identityProvider.entityID,
            keys: registration.keys,
            serviceProvider: stage.simulation.entityID,
            assertionConsumerService: stage.simulation.assertionConsumerService,
            requestID: id
        )
        return ResponseValidator(expectations).validate(xml, at: stage.now())
    }

    /// All that HUAWEI CLOUD could stumble over in a response.
    func lint(_ xml: [UInt8], _ form: SelfPostingForm, answering request: SentRequest) throws -> [LintFinding] {
        let context = MessageLintContext(
            at: stage.now(),
            serviceProvider: stage.simulation.entityID,
            assertionConsumerService: stage.simulation.assertionConsumerService,
            identityProvider: try stage.registration().identityProvider,
            requestID: request.id,
            relayState: request.relayState
        )
        let body = form.fields.map { PercentEncoding.encode($0.0) + "=" + PercentEncoding.encode($0.1) }
        return HuaweiMessageLinter(context).findings(in: xml, form: Array(body.joined(separator: "&").utf8))
    }
}
