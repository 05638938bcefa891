import XMLSecurity

/// One assertion, as a child of the response, and none hidden anywhere else: wrapped messages carry a second one
/// (saml2int SDP-IDP10, attacks.md C.2 1 to 12).
enum AssertionCount {
    static func judge(_ response: XMLElement) throws(Refusal) {
        if let encrypted = response.child(SAMLA.encryptedAssertion) {
            throw Refusal(.encryptionUnsupported, at: encrypted)
        }
        let all = assertions(in: response)
        guard all.count == 1 else {
            throw Refusal(.structureAssertions, at: all.last ?? response, expected: "1", found: "\(all.count)")
        }
        guard response.child(SAMLA.assertion) != nil else {
            throw Refusal(.structureAssertions, at: all[0], expected: "the assertion as a child of samlp:Response")
        }
    }

    private static func assertions(in element: XMLElement) -> [XMLElement] {
        element.children.flatMap { child in
            (child.is(SAMLA.assertion) ? [child] : []) + assertions(in: child)
        }
    }
}
