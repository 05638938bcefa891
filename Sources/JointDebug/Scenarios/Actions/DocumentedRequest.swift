import SAML
import XMLSecurity

/// A request in the letters of the documentation's sample: its prefixes, its order of attributes, its kind of ID, and
/// false written out (huawei-cloud.md 3.3).
enum DocumentedRequest {
    private static let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    private static let length = 36

    /// What the sample does not have, so that it cannot be asked for beside it.
    private static let others = [
        "acs-index", "protocol-binding", "authn-context", "comparison", "subject", "binding",
    ]

    /// Whether a step asks for it.
    static func isAsked(_ step: StepInput) throws(StepFailure) -> Bool {
        guard let shape = step["shape"] else { return false }
        guard shape == "documented", others.allSatisfy({ step[$0] == nil }) else {
            let list = others.joined(separator: ", ")
            throw StepFailure(
                "shape is documented, and has no \(list) beside it",
                "shape 的取值为 documented，且不与 \(list) 同用"
            )
        }
        return true
    }

    /// An ID such as `_th2kld6nqqaq6lbvbw1cqqkbld2m7shj5i7x`.
    static func id(from randomness: Randomness) -> String {
        "_" + String(randomness.bytes(length).map { letters[Int($0) % letters.count] })
    }

    static func xml(_ request: AuthnRequest) -> [UInt8] {
        let policy = request.nameIDPolicy
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>\
            <saml2p:AuthnRequest xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol" \
            AssertionConsumerServiceURL="\(escaped(request.assertionConsumerServiceURL))" \
            Destination="\(escaped(request.destination))" \
            ForceAuthn="\(request.forceAuthn)" ID="\(request.id)" IsPassive="\(request.isPassive)" \
            IssueInstant="\(request.issueInstant.xsDateTime)" \
            ProtocolBinding="\(Binding.httpPOST.rawValue)" Version="2.0">\
            <saml2:Issuer xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion">\(escaped(request.issuer))</saml2:Issuer>\
            <saml2p:NameIDPolicy AllowCreate="true" Format="\(escaped(policy?.format))" \
            SPNameQualifier="\(escaped(policy?.spNameQualifier))"/></saml2p:AuthnRequest>
            """
        return Array(text.utf8)
    }

    private static func escaped(_ value: String?) -> String {
        (value ?? "").replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}
