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

    /// Judges it; `isSigned` and `isEncrypted` tell whether the response is signed itself and what came encrypted.
    func judge(
        _ expectations: ResponseExpectations,
        isSigned: Bool,
        isEncrypted: Bool,
        at now: Instant
    ) throws(Refusal) {
        try judgeDestination(expectations, isSigned: isSigned)
        // saml-profiles 4.1.4.2.
        guard issuer != nil || !(isSigned || isEncrypted) else {
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

    // saml-core 3.2.2: when it is there it must be right; saml-bindings 3.5.5.2: when the response is signed it must be
    // there. Where the assertion alone is signed, its Recipient says the same and cannot be taken away.
    private func judgeDestination(_ expectations: ResponseExpectations, isSigned: Bool) throws(Refusal) {
        let expected = expectations.assertionConsumerService
        guard let destination = element.attribute("Destination") else {
            guard !isSigned else { throw Refusal(.destinationMissing, at: element, expected: expected) }
            return
        }
        guard destination == expected else {
            throw Refusal(.destinationMismatch, at: element, expected: expected, found: destination)
        }
    }
}
