import XMLSecurity

/// What a response says outside its assertion; where it is not signed, what it says can refuse and never admit.
struct ResponseEnvelope {
    private let element: XMLElement
    private let issuer: String?
    let status: Status

    init(decoding element: XMLElement) throws(Refusal) {
        guard element.attribute("Version") == "2.0" else {
            throw Refusal(.schemaVersion, at: element, expected: "2.0", found: element.attribute("Version"))
        }
        try element.requireAtMostOne(SAMLA.issuer, SAMLP.status, SAMLP.extensions)
        _ = try element.identifier()
        _ = try element.requiredInstant("IssueInstant")
        self.element = element
        issuer = try element.issuer()
        status = try Status(decoding: element.required(child: SAMLP.status))
    }

    var isSuccess: Bool { status.code == StatusCode.success.rawValue }

    /// The refusal that a failed status is.
    var failure: Refusal {
        let found = [status.code, status.detail, status.message].compactMap { $0 }.joined(separator: ", ")
        return Refusal(.statusFailed, at: element, expected: StatusCode.success.rawValue, found: found)
    }

    // An Issuer is needed when the response is signed or holds an encrypted assertion (saml-profiles 4.1.4.2).
    func judge(_ expectations: ResponseExpectations, needsIssuer: Bool, at now: Instant) throws(Refusal) {
        // saml-bindings 3.5.5.2 asks for a Destination when the message is signed; by POST it always is.
        let destination = element.attribute("Destination")
        guard destination == expectations.assertionConsumerService else {
            let code: RefusalCode = destination == nil ? .destinationMissing : .destinationMismatch
            throw Refusal(code, at: element, expected: expectations.assertionConsumerService, found: destination)
        }
        guard issuer != nil || !needsIssuer else {
            throw Refusal(.issuerMissing, at: element, expected: expectations.identityProvider)
        }
        if let issuer, issuer != expectations.identityProvider {
            throw Refusal(.issuerMismatch, at: element, expected: expectations.identityProvider, found: issuer)
        }
        guard isSuccess else { throw failure }
        try ResponseToRule.judge(element.attribute("InResponseTo"), expectations, xpath: element.xpath)
        let issued = try element.requiredInstant("IssueInstant")
        guard issued <= now.adding(seconds: expectations.skew) else {
            throw Refusal(.timeFuture, at: element, expected: "up to \(now.xsDateTime)", found: issued.xsDateTime)
        }
    }
}
