import SAML
import XMLSecurity

/// The answer of `request validate` (design section 6): all keys always there; refused, nothing of the message.
struct ReportedRequest: Encodable {
    /// A request that was accepted, with how it came.
    struct Accepted {
        let request: ValidatedRequest
        let binding: Binding
        let relayState: RelayState?
    }

    private let verdict: Verdict<Accepted>

    init(_ verdict: Verdict<Accepted>) {
        self.verdict = verdict
    }

    private enum Key: String, CodingKey {
        case verdict, refusals, warnings, issuer, requestId, binding, acsUrl, nameIdPolicy, forceAuthn, isPassive
        case requestedAuthnContext, relayState, signed, algorithms
    }

    private struct Policy: Encodable {
        let format: String?
        let spNameQualifier: String?
        let allowCreate: Bool
    }

    private struct Context: Encodable {
        let comparison: String
        let classRefs: [String]
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(verdict.word, forKey: .verdict)
        try container.encode(verdict.refusals.map(ReportedRefusal.init), forKey: .refusals)
        try container.encode(verdict.warnings.map(ReportedRefusal.init), forKey: .warnings)
        let accepted = verdict.accepted
        let request = accepted?.request.request
        try container.encode(request?.issuer, forKey: .issuer)
        try container.encode(request?.id, forKey: .requestId)
        try container.encode(accepted?.binding.rawValue, forKey: .binding)
        try container.encode(accepted?.request.assertionConsumerService, forKey: .acsUrl)
        try container.encode(request?.nameIDPolicy.map(Self.policy), forKey: .nameIdPolicy)
        try container.encode(request?.forceAuthn, forKey: .forceAuthn)
        try container.encode(request?.isPassive, forKey: .isPassive)
        try container.encode(request?.requestedAuthnContext.map(Self.context), forKey: .requestedAuthnContext)
        try container.encode(accepted?.relayState?.value, forKey: .relayState)
        let signature = accepted?.request.signature
        try container.encode(signature.map { [$0.digest == nil ? "query" : "request"] } ?? [], forKey: .signed)
        try container.encode(
            signature.map {
                ReportedResponse.Algorithms(signature: $0.method.rawValue, digest: $0.digest?.rawValue)
            },
            forKey: .algorithms
        )
    }

    private static func policy(_ policy: NameIDPolicy) -> Policy {
        Policy(format: policy.format, spNameQualifier: policy.spNameQualifier, allowCreate: policy.allowCreate)
    }

    private static func context(_ context: RequestedAuthnContext) -> Context {
        Context(comparison: context.comparison.rawValue, classRefs: context.classRefs + context.declRefs)
    }
}
