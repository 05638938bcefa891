public import XMLSecurity

extension AuthnRequest {
    /// Reads a request.
    /// - Parameter element: the root of a document whose signature was judged, or will be over its octets.
    /// - Throws: ``Refusal`` at the first thing that is not as saml-core 3.4.1 has it.
    public init(decoding element: XMLElement) throws(Refusal) {
        guard element.is(SAMLP.authnRequest) else {
            throw Refusal(.structureRoot, at: element, expected: "samlp:AuthnRequest", found: element.localName)
        }
        guard element.attribute("Version") == "2.0" else {
            throw Refusal(.schemaVersion, at: element, expected: "2.0", found: element.attribute("Version"))
        }
        try element.requireAtMostOne(
            SAMLA.issuer,
            SAMLP.extensions,
            SAMLA.subject,
            SAMLP.nameIDPolicy,
            SAMLA.conditions,
            SAMLP.requestedAuthnContext,
            SAMLP.scoping
        )
        let id = try element.identifier()
        guard let issuer = try element.issuer() else {
            throw Refusal(.issuerMissing, at: element, expected: "saml:Issuer")
        }
        let url = element.attribute("AssertionConsumerServiceURL")
        let index = try element.index("AssertionConsumerServiceIndex")
        let binding = element.attribute("ProtocolBinding")
        guard index == nil || (url == nil && binding == nil) else {
            throw Refusal(
                .schemaACS,
                at: element,
                expected: "AssertionConsumerServiceIndex, or AssertionConsumerServiceURL and ProtocolBinding"
            )
        }
        let policy = element.child(SAMLP.nameIDPolicy)
        let context = element.child(SAMLP.requestedAuthnContext)
        self.init(
            id: id,
            issueInstant: try element.requiredInstant("IssueInstant"),
            issuer: issuer,
            destination: element.attribute("Destination"),
            assertionConsumerServiceURL: url,
            assertionConsumerServiceIndex: index,
            protocolBinding: binding,
            forceAuthn: try element.boolean("ForceAuthn") ?? false,
            isPassive: try element.boolean("IsPassive") ?? false,
            nameIDPolicy: try policy.map { element throws(Refusal) in try NameIDPolicy(decoding: element) },
            requestedAuthnContext: try context.map { element throws(Refusal) in
                try RequestedAuthnContext(decoding: element)
            },
            subject: try Self.subject(of: element)
        )
    }

    // saml-profiles 4.1.4.1: a Subject in a request has no SubjectConfirmation. What cannot be matched is refused, not
    // dropped: an answer about somebody else would be wrong (saml-core 3.4.1.4).
    private static func subject(of element: XMLElement) throws(Refusal) -> NameID? {
        guard let subject = element.child(SAMLA.subject) else { return nil }
        guard subject.children.count == 1, let nameID = subject.child(SAMLA.nameID) else {
            throw Refusal(.subjectUnsupported, at: subject, expected: "saml:NameID alone")
        }
        return NameID(decoding: nameID)
    }

    /// The request as XML in canonical form.
    public func write(to writer: inout CanonicalWriter) {
        writer.element(SAMLP.written(SAMLP.authnRequest), attributes + [XMLAttribute("ID", id)]) { writer in
            writeIssuer(to: &writer)
            writeBody(to: &writer)
        }
    }

    /// The request as XML with an enveloped signature, for the POST binding.
    public func write(to writer: inout CanonicalWriter, signedBy key: SigningKey) throws {
        try writer.signedElement(
            SAMLP.written(SAMLP.authnRequest),
            attributes,
            id: id,
            key: key,
            head: { writeIssuer(to: &$0) },
            rest: { writeBody(to: &$0) }
        )
    }

    private func writeIssuer(to writer: inout CanonicalWriter) {
        writer.element(SAMLA.written(SAMLA.issuer), text: issuer)
    }

    private func writeBody(to writer: inout CanonicalWriter) {
        if let subject {
            writer.element(SAMLA.written(SAMLA.subject)) { subject.write(to: &$0) }
        }
        nameIDPolicy?.write(to: &writer)
        requestedAuthnContext?.write(to: &writer)
    }

    private var attributes: [XMLAttribute] {
        var attributes = [
            XMLAttribute("Version", "2.0"),
            XMLAttribute("IssueInstant", issueInstant.xsDateTime),
            XMLAttribute("ForceAuthn", forceAuthn ? "true" : "false"),
            XMLAttribute("IsPassive", isPassive ? "true" : "false"),
        ]
        if let destination { attributes.append(XMLAttribute("Destination", destination)) }
        if let url = assertionConsumerServiceURL { attributes.append(XMLAttribute("AssertionConsumerServiceURL", url)) }
        if let index = assertionConsumerServiceIndex {
            attributes.append(XMLAttribute("AssertionConsumerServiceIndex", String(index)))
        }
        if let binding = protocolBinding { attributes.append(XMLAttribute("ProtocolBinding", binding)) }
        return attributes
    }
}
