import XMLSecurity

/// Verifies every signature of a response and reads the assertion from the octets that were signed (saml-profiles
/// 4.1.4.5: by POST the assertion is protected by a signature of its own or of the response).
enum SignatureCoverage {
    static func verify(
        _ document: XMLDocument,
        _ expectations: ResponseExpectations
    ) throws(Refusal) -> ValidatedResponse {
        guard document.root.hasSignature else {
            let (assertion, signature) = try signedAssertion(in: document.root, expectations)
            return ValidatedResponse(assertion: assertion, signed: .assertion, signature: signature)
        }
        let response = try verify(document.root, expectations)
        let root = try parse(response).root
        try AssertionCount.judge(root)
        if let assertion = root.child(SAMLA.assertion), assertion.hasSignature {
            let (assertion, signature) = try signedAssertion(in: root, expectations)
            return ValidatedResponse(assertion: assertion, signed: .both, signature: signature)
        }
        let assertion = try Assertion(decoding: root.required(child: SAMLA.assertion))
        return ValidatedResponse(assertion: assertion, signed: .response, signature: response)
    }

    private static func signedAssertion(
        in response: XMLElement,
        _ expectations: ResponseExpectations
    ) throws(Refusal) -> (assertion: Assertion, signature: SignedElement) {
        let signature = try verify(response.required(child: SAMLA.assertion), expectations)
        return (try Assertion(decoding: parse(signature).root), signature)
    }

    private static func verify(
        _ element: XMLElement,
        _ expectations: ResponseExpectations
    ) throws(Refusal) -> SignedElement {
        do {
            return try SignatureVerifier.verify(element, keys: expectations.keys, policy: expectations.policy)
        } catch {
            throw Refusal(error)
        }
    }

    private static func parse(_ signed: SignedElement) throws(Refusal) -> XMLDocument {
        do {
            return try signed.document(limits: .message)
        } catch {
            throw Refusal(error)
        }
    }
}

extension XMLElement {
    /// Whether the element carries a signature as its child.
    var hasSignature: Bool {
        child(XMLName("http://www.w3.org/2000/09/xmldsig#", "Signature")) != nil
    }
}
