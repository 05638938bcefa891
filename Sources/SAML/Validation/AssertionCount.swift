import XMLSecurity

/// One assertion, plain or encrypted, as a child of the response, and none hidden anywhere else: wrapped messages carry
/// a second one (saml2int SDP-IDP10, attacks.md C.2 1 to 12).
enum AssertionCount {
    /// - Returns: the one assertion, plain or encrypted.
    static func judge(_ response: XMLElement) throws(Refusal) -> XMLElement {
        let all = assertions(in: response)
        guard all.count == 1 else {
            throw Refusal(.structureAssertions, at: all.last ?? response, expected: "1", found: "\(all.count)")
        }
        let own = response.child(SAMLA.assertion) ?? response.child(SAMLA.encryptedAssertion)
        guard let own else {
            throw Refusal(.structureAssertions, at: all[0], expected: "the assertion as a child of samlp:Response")
        }
        return own
    }

    /// An assertion says everything itself: none in `Advice`, `AttributeValue` or `Extensions` of it.
    static func requireNone(inside assertion: XMLElement) throws(Refusal) {
        if let hidden = assertions(in: assertion).first {
            throw Refusal(.structureAssertions, at: hidden, expected: "no assertion inside the assertion")
        }
    }

    static func assertions(in element: XMLElement) -> [XMLElement] {
        element.descendants(SAMLA.assertion, or: SAMLA.encryptedAssertion)
    }
}
