import SAML
import XMLSecurity

/// A request of the harness's own making, signed with HUAWEI CLOUD's key: unusual, wrong or hostile.
enum MakeRequest: ScenarioAction {
    static let name = "make-request"
    static let title = Bilingual("A request is made by hand", "手工构造请求")
    static let parameters: Set = [
        "issuer", "destination", "acs", "acs-index", "protocol-binding", "issued", "force-authn", "passive",
        "name-id-format", "sp-name-qualifier", "authn-context", "comparison", "subject", "relay-state",
        "relay-state-octets", "sign", "escapes", "binding", "after-signing", "replace", "replace-with", "shape",
    ]
    static let expectations: Set<String> = []

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        let descriptor = try play.stage.registration().identityProvider
        let isPost = step["binding"] == "post"
        let wanted: Binding = isPost ? .httpPOST : .httpRedirect
        let services = descriptor.idpSSODescriptor?.singleSignOnServices ?? []
        let fitting = services.first { $0.binding == wanted.rawValue }
        guard let endpoint = fitting?.location ?? services.first?.location else {
            throw StepFailure("The metadata names no SingleSignOnService", "元数据中没有 SingleSignOnService")
        }
        let request = try request(step, play, to: endpoint)
        let relayState = relayState(step)
        let key = try await signer(step, play)
        let changed = try changed(step, request, isPost ? key?.0 : nil)
        if isPost {
            var form = [("SAMLRequest", Base64.encode(changed))]
            if let relayState { form.append(("RelayState", relayState)) }
            play.request = SentRequest(
                id: request.id,
                relayState: relayState,
                url: endpoint,
                form: form,
                isFromLoginHost: false
            )
        } else {
            let query = try signed(
                try HTTPRedirectBinding.query(
                    changed,
                    as: .request,
                    relayState: relayState,
                    signedBy: nil,
                    escapes: escapes(step)
                ),
                by: key,
                escapes(step)
            )
            play.request = SentRequest(
                id: request.id,
                relayState: relayState,
                url: endpoint + "?" + afterSigning(step["after-signing"], query),
                form: nil,
                isFromLoginHost: false
            )
        }
        let told = step.parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.prefix(80))" }
        return [
            StepFact("AuthnRequest", "AuthnRequest", request.id),
            StepFact("made with", "构造参数", told.isEmpty ? "-" : told.joined(separator: ", ")),
        ]
    }

    private static func request(_ step: StepInput, _ play: Play, to endpoint: String) throws -> AuthnRequest {
        let side = play.stage.simulation
        let index = step.number("acs-index").map { Int($0) }
        let format = step["name-id-format"] ?? NameIDFormat.transient
        let randomness = play.stage.randomness
        let isDocumented = try DocumentedRequest.isAsked(step)
        return AuthnRequest(
            id: isDocumented ? DocumentedRequest.id(from: randomness) : MessageID.fresh(from: randomness),
            issueInstant: play.stage.now().adding(seconds: step.number("issued") ?? 0),
            issuer: step["issuer"] ?? side.entityID,
            destination: step["destination"] ?? endpoint,
            assertionConsumerServiceURL: index == nil ? step["acs"] ?? side.assertionConsumerService : nil,
            assertionConsumerServiceIndex: index,
            protocolBinding: index == nil ? step["protocol-binding"] ?? Binding.httpPOST.rawValue : nil,
            forceAuthn: step.isOn("force-authn"),
            isPassive: step.isOn("passive"),
            nameIDPolicy: format == "none"
                ? nil
                : NameIDPolicy(
                    format: format,
                    spNameQualifier: step["sp-name-qualifier"] ?? side.entityID,
                    allowCreate: true
                ),
            requestedAuthnContext: context(step),
            subject: step["subject"].map { NameID(value: $0, format: NameIDFormat.unspecified) }
        )
    }

    private static func context(_ step: StepInput) -> RequestedAuthnContext? {
        guard let reference = step["authn-context"] else { return nil }
        let comparison = step["comparison"].flatMap { RequestedAuthnContext.Comparison(rawValue: $0) }
        return RequestedAuthnContext(comparison: comparison ?? .exact, classRefs: [reference])
    }

    private static func relayState(_ step: StepInput) -> String? {
        if let octets = step.number("relay-state-octets") { return String(repeating: "r", count: Int(octets)) }
        return step["relay-state"] == "none" ? nil : step["relay-state"] ?? "state-of-a-request"
    }

    private static func signer(_ step: StepInput, _ play: Play) async throws -> (SigningKey, SignatureAlgorithm)? {
        let key = play.stage.simulation.keys.current
        switch step["sign"] ?? "yes" {
        case "no": return nil
        case "stranger": return (play.stage.strangerKey, key.algorithm)
        case "sha1": return (key, .rsaSHA1)
        case "sha512": return (key, .rsaSHA512)
        default: return (key, key.algorithm)
        }
    }

    private static func escapes(_ step: StepInput) -> PercentEncoding.Case {
        step["escapes"] == "upper" ? .upper : .lower
    }

    // Not ``SigningKey``: what is refused must be made first, and that makes no weak signatures.
    private static func signed(
        _ query: String,
        by signer: (SigningKey, SignatureAlgorithm)?,
        _ escapes: PercentEncoding.Case
    ) throws -> String {
        guard let (key, algorithm) = signer else { return query }
        let query = query + "&SigAlg=" + PercentEncoding.encode(algorithm.rawValue, escapes)
        let signature = try key.privateKey.sign(Array(query.utf8), with: algorithm)
        return query + "&Signature=" + PercentEncoding.encode(Base64.encode(signature), escapes)
    }

    // What is replaced is replaced before a query is signed, and after an enveloped signature was made.
    private static func changed(
        _ step: StepInput,
        _ request: AuthnRequest,
        _ key: SigningKey?
    ) throws -> [UInt8] {
        var writer = CanonicalWriter()
        if let key {
            try request.write(to: &writer, signedBy: key)
        } else {
            request.write(to: &writer)
        }
        let xml = try DocumentedRequest.isAsked(step) ? DocumentedRequest.xml(request) : try writer.finish()
        guard let wanted = step["replace"] else { return xml }
        let text = String(decoding: xml, as: UTF8.self)
        guard text.contains(wanted) else {
            throw StepFailure("The request has no '\(wanted)' to replace", "请求中没有可替换的“\(wanted)”")
        }
        return Array(text.replacing(wanted, with: step["replace-with"] ?? "").utf8)
    }

    private static func afterSigning(_ change: String?, _ query: String) -> String {
        switch change {
        case nil: query
        case "upper-case-escapes": upperCasedEscapes(query)
        case "other-relay-state": query.replacing("RelayState=", with: "RelayState=x")
        case "no-signature": String(query.split(separator: "&Signature=")[0])
        case "changed-signature": query + "AAAA"
        case let added?: query + "&" + added
        }
    }

    private static func upperCasedEscapes(_ query: String) -> String {
        let parts = query.split(separator: "%", omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(String(parts[0])) { $0 + "%" + $1.prefix(2).uppercased() + $1.dropFirst(2) }
    }
}
