import HuaweiCloud
public import SAML
import XMLSecurity

/// Judges what a running service takes and sends, an exchange at a time; each becomes a scenario of a run.
public struct Watcher: Sendable {
    /// The other side, whose rules Responses are judged by.
    public struct HuaweiCloud: Sendable {
        let entityID: String
        let assertionConsumerService: String

        /// Names it.
        /// - Parameters:
        ///   - entityID: its entity id.
        ///   - assertionConsumerService: where it takes Responses.
        public init(entityID: String, assertionConsumerService: String) {
            self.entityID = entityID
            self.assertionConsumerService = assertionConsumerService
        }
    }

    /// Our metadata, as it is now.
    public var identityProvider: EntityDescriptor
    private let huawei: HuaweiCloud?
    private let showsPersonalData: Bool
    /// Relay states of the requests that came, by their ids: a Response must bring the same back.
    private var requests: [String: String?] = [:]
    /// What was seen, in order.
    public private(set) var reports: [ScenarioReport] = []

    /// Makes a watcher.
    /// - Parameters:
    ///   - identityProvider: our metadata.
    ///   - huawei: HUAWEI CLOUD, where its metadata is imported; without it Responses are shown and not judged by its rules.
    ///   - showsPersonalData: whether names and values of customers are kept.
    public init(identityProvider: EntityDescriptor, huawei: HuaweiCloud?, showsPersonalData: Bool) {
        self.identityProvider = identityProvider
        self.huawei = huawei
        self.showsPersonalData = showsPersonalData
    }

    /// Judges an exchange.
    /// - Parameter seen: the exchange.
    /// - Returns: what is said of it; `nil` when nothing is, since a browser asked for an address that is none of ours.
    public mutating func see(_ seen: SeenExchange) -> ScenarioReport? {
        let seen = showsPersonalData ? seen : seen.withoutPersonalData
        let route = SeenRoute(seen.exchange.url)
        // Browsers look for icons; a message that is posted to the wrong address is somebody's mistake.
        guard route != .other || seen.exchange.method == "POST" else { return nil }
        let request = SeenRequest(seen.exchange)
        if let request, request.name == "AuthnRequest" {
            // Whoever repeats a request at length does not fill the memory.
            if requests.count >= Self.mostRequests { requests.removeAll() }
            requests[request.id] = .some(request.relayState)
        }
        let response = SeenResponse(seen.exchange)
        let findings = response.flatMap { lint($0, at: seen.at) }
        let step = StepReport(
            title: route.title,
            action: "seen",
            facts: SeenFacts(seen, request, response, showsPersonalData: showsPersonalData).all
                + warnings(findings ?? []),
            failure: failure(seen, request, response, findings ?? []),
            attempts: 1,
            exchanges: 0..<1,
            milliseconds: seen.exchange.milliseconds
        )
        let scenario = Scenario(
            id: "\(route.family.rawValue).seen-\(reports.count + 1)",
            family: route.family,
            purpose: route.title,
            source: "design 11, joint-debug watch",
            needs: [],
            proves: proves(route, seen, request),
            isAlone: false,
            steps: []
        )
        let report = ScenarioReport(
            scenario: scenario,
            missing: nil,
            steps: [step],
            trace: [seen.exchange],
            findings: findings.map { [$0] } ?? [],
            began: seen.at,
            milliseconds: seen.exchange.milliseconds
        )
        reports.append(report)
        return report
    }

    /// Outcomes that a person must look at.
    private static let unsettled: Set = ["suspicious", "unattributed", "unconfirmed"]
    private static let mostRequests = 10_000

    // Only what goes to HUAWEI CLOUD is judged by its rules; a Response that refuses has no assertion to judge.
    private func lint(_ response: SeenResponse, at now: Instant) -> [LintFinding]? {
        guard let huawei, response.status.first == "Success", response.audiences.contains(huawei.entityID) else {
            return nil
        }
        let known = response.requestID.flatMap { requests[$0] }
        let context = MessageLintContext(
            at: now,
            serviceProvider: huawei.entityID,
            assertionConsumerService: huawei.assertionConsumerService,
            identityProvider: identityProvider,
            requestID: known == nil ? nil : response.requestID,
            relayState: known ?? nil
        )
        let findings = HuaweiMessageLinter(context).findings(in: response.xml, form: response.body)
        return showsPersonalData ? findings : findings.map(\.withoutPersonalData)
    }

    private func warnings(_ findings: [LintFinding]) -> [StepFact] {
        findings.filter { $0.level == .warning }.map { StepFact("warning", "警告", $0.rule.id) }
    }

    private func failure(
        _ seen: SeenExchange,
        _ request: SeenRequest?,
        _ response: SeenResponse?,
        _ findings: [LintFinding]
    ) -> StepFailure? {
        if let refusal = seen.refusal {
            return StepFailure(refusal, in: request?.xml, showsPersonalData: showsPersonalData)
        }
        let errors = findings.filter { $0.level == .error }
        if let response, !errors.isEmpty {
            return StepFailure(errors, in: response.xml, showsPersonalData: showsPersonalData)
        }
        if let outcome = seen.outcome, Self.unsettled.contains(outcome) {
            return StepFailure(
                "The notification is good and changed nothing: \(outcome)",
                "通知有效，但未改变任何状态：\(outcome)",
                code: nil,
                hint: Bilingual(
                    "It is kept: see drawbridge associations replay --help, and Documentation/associations.md",
                    "通知已保存：请查看 drawbridge associations replay --help 与 Documentation/associations.md"
                )
            )
        }
        guard seen.exchange.status >= 400 else { return nil }
        return StepFailure(seen.exchange, wanted: Bilingual("what was asked for", "预期的应答"))
    }

    // A refusal of the whitelist or of a session says nothing about the form of a message.
    private func proves(_ route: SeenRoute, _ seen: SeenExchange, _ request: SeenRequest?) -> [String] {
        guard let huawei else { return [] }
        switch route {
        case .request where request?.issuer == huawei.entityID:
            let isAboutTheRequest = seen.refusal.map { Self.classesOfRequests.contains($0.code.refusalClass) } ?? true
            return isAboutTheRequest ? ["request.fixture"] : []
        case .notification where seen.outcome != nil:
            return ["notification.signature"]
        default: return []
        }
    }

    private static let classesOfRequests: Set<RefusalClass> = [
        .transport, .dtd, .limit, .schema, .structure, .signature, .reference, .algorithm, .key, .issuer, .destination,
        .acs,
    ]
}
