import SAML
import XMLSecurity

/// The answer of `response validate` (design section 6): all keys always there; refused, nothing of the message.
struct ReportedResponse: Encodable {
    private let verdict: Verdict<ValidatedResponse>

    init(_ verdict: Verdict<ValidatedResponse>) {
        self.verdict = verdict
    }

    private enum Key: String, CodingKey {
        case verdict, refusals, warnings, subject, sessionIndex, attributes, issuer, assertionId, signed, algorithms
    }

    private struct Subject: Encodable {
        let nameId: String
        let format: String
    }

    struct Algorithms: Encodable {
        let signature: String
        let digest: String?
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(verdict.word, forKey: .verdict)
        try container.encode(verdict.refusals.map(ReportedRefusal.init), forKey: .refusals)
        try container.encode(verdict.warnings.map(ReportedRefusal.init), forKey: .warnings)
        let response = verdict.accepted
        let nameID = response?.assertion.subject?.nameID
        try container.encode(
            nameID.map { Subject(nameId: $0.value, format: $0.format ?? NameIDFormat.unspecified) },
            forKey: .subject
        )
        try container.encode(response?.assertion.authnStatements.first?.sessionIndex, forKey: .sessionIndex)
        try container.encode(response.map { JSONObject(Self.attributes($0.assertion)) }, forKey: .attributes)
        try container.encode(response?.assertion.issuer, forKey: .issuer)
        try container.encode(response?.assertion.id, forKey: .assertionId)
        try container.encode(response.map { Self.signed($0.signed) } ?? [], forKey: .signed)
        try container.encode(
            response.map {
                Algorithms(
                    signature: $0.signature.signatureAlgorithm.rawValue,
                    digest: $0.signature.digestAlgorithm.rawValue
                )
            },
            forKey: .algorithms
        )
    }

    // One name may stand under two formats; its values are then told together.
    static func attributes(_ assertion: Assertion) -> [String: [String]] {
        Dictionary(assertion.attributes.map { ($0.name, $0.values) }) { $0 + $1 }
    }

    static func signed(_ signing: Response.Signing) -> [String] {
        switch signing {
        case .assertion: ["assertion"]
        case .response: ["response"]
        case .both: ["response", "assertion"]
        }
    }
}
