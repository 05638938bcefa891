import XMLSecurity

/// What a response says outside its assertion.
struct ResponseEnvelope {
    private let element: XMLElement
    private let issuer: String?
    private let status: Status

    init(decoding element: XMLElement) throws(Refusal) {
        guard element.attribute("Version") == "2.0" else {
            throw Refusal(.schemaVersion, at: element, expected: "2.0", found: element.attribute("Version"))
        }
        try element.requireAtMostOne(SAMLA.issuer, SAMLP.status, SAMLP.extensions)
        _ = try element.required("ID")
        _ = try element.requiredInstant("IssueInstant")
        self.element = element
        issuer = try element.issuer()
        status = try Status(decoding: element.required(child: SAMLP.status))
    }

    func judge(_ expectations: ResponseExpectations) throws(Refusal) {
        // saml-bindings 3.5.5.2 asks for a Destination when the message is signed; by POST it always is.
        let destination = element.attribute("Destination")
        guard destination == expectations.assertionConsumerService else {
            let code: RefusalCode = destination == nil ? .destinationMissing : .destinationMismatch
            throw Refusal(code, at: element, expected: expectations.assertionConsumerService, found: destination)
        }
        if let issuer, issuer != expectations.identityProvider {
            throw Refusal(.issuerMismatch, at: element, expected: expectations.identityProvider, found: issuer)
        }
        guard status.code == StatusCode.success.rawValue else {
            let found = [status.code, status.detail, status.message].compactMap { $0 }.joined(separator: ", ")
            throw Refusal(.statusFailed, at: element, expected: StatusCode.success.rawValue, found: found)
        }
        try ResponseToRule.judge(element.attribute("InResponseTo"), expectations, xpath: element.xpath)
    }
}
