import XMLSecurity

/// What logout messages have in common (saml-core 3.2.1, 3.2.2).
struct MessageHeader {
    let id: String
    let issueInstant: Instant
    let issuer: String
    let destination: String?

    init(id: String, issueInstant: Instant, issuer: String, destination: String?) {
        self.id = id
        self.issueInstant = issueInstant
        self.issuer = issuer
        self.destination = destination
    }

    init(decoding element: XMLElement, as name: XMLName) throws(Refusal) {
        guard element.is(name) else {
            throw Refusal(.structureRoot, at: element, expected: "samlp:\(name.local)", found: element.localName)
        }
        guard element.attribute("Version") == "2.0" else {
            throw Refusal(.schemaVersion, at: element, expected: "2.0", found: element.attribute("Version"))
        }
        try element.requireAtMostOne(SAMLA.issuer, SAMLP.extensions)
        id = try element.identifier()
        issueInstant = try element.requiredInstant("IssueInstant")
        destination = element.attribute("Destination")
        // saml-profiles 4.4.4.1, 4.4.4.2: Issuer must be there.
        guard let issuer = try element.issuer() else {
            throw Refusal(.issuerMissing, at: element, expected: "saml:Issuer")
        }
        self.issuer = issuer
    }

    func write(
        _ name: XMLName,
        _ more: [XMLAttribute],
        to writer: inout CanonicalWriter,
        signedBy key: SigningKey?,
        _ content: (inout CanonicalWriter) -> Void
    ) throws {
        var attributes = [XMLAttribute("Version", "2.0"), XMLAttribute("IssueInstant", issueInstant.xsDateTime)]
        if let destination { attributes.append(XMLAttribute("Destination", destination)) }
        attributes += more
        let writeIssuer = { (writer: inout CanonicalWriter) in
            writer.element(SAMLA.written(SAMLA.issuer), text: issuer)
        }
        guard let key else {
            return writer.element(SAMLP.written(name), attributes + [XMLAttribute("ID", id)]) { writer in
                writeIssuer(&writer)
                content(&writer)
            }
        }
        try writer.signedElement(
            SAMLP.written(name),
            attributes,
            id: id,
            key: key,
            head: writeIssuer,
            rest: content
        )
    }
}
