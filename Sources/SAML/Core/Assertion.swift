public import XMLSecurity

/// What the identity provider says of a subject (saml-core 2.3.3).
public struct Assertion: Hashable, Sendable {
    /// The identifier, used once.
    public let id: String
    /// When it was made.
    public let issueInstant: Instant
    /// The identity provider's entity id.
    public let issuer: String
    /// Whom it is about.
    public let subject: Subject?
    /// When and for whom it is valid.
    public let conditions: Conditions?
    /// How the subject signed in.
    public let authnStatements: [AuthnStatement]
    /// What else is said.
    public let attributes: [Attribute]

    /// Makes an assertion for the browser profile (saml-profiles 4.1.4.2).
    public init(
        id: String,
        issueInstant: Instant,
        issuer: String,
        subject: Subject,
        conditions: Conditions,
        authnStatement: AuthnStatement,
        attributes: [Attribute]
    ) {
        self.id = id
        self.issueInstant = issueInstant
        self.issuer = issuer
        self.subject = subject
        self.conditions = conditions
        self.authnStatements = [authnStatement]
        self.attributes = attributes
    }

    /// Reads an assertion whose octets were verified.
    /// - Parameter element: the root of ``SignedElement/document(limits:)``, or an assertion inside a signed response.
    /// - Throws: ``Refusal`` at the first thing that is not as saml-core 2.3.3 has it.
    public init(decoding element: XMLElement) throws(Refusal) {
        guard element.is(SAMLA.assertion) else {
            throw Refusal(.structureRoot, at: element, expected: "saml:Assertion", found: element.localName)
        }
        guard element.attribute("Version") == "2.0" else {
            throw Refusal(.schemaVersion, at: element, expected: "2.0", found: element.attribute("Version"))
        }
        try element.requireAtMostOne(SAMLA.issuer, SAMLA.subject, SAMLA.conditions)
        id = try element.identifier()
        issueInstant = try element.requiredInstant("IssueInstant")
        guard let issuer = try element.issuer() else {
            throw Refusal(.issuerMissing, at: element, expected: "saml:Issuer")
        }
        self.issuer = issuer
        subject = try element.child(SAMLA.subject).map { element throws(Refusal) in try Subject(decoding: element) }
        conditions = try element.child(SAMLA.conditions).map { element throws(Refusal) in
            try Conditions(decoding: element)
        }
        var statements: [AuthnStatement] = []
        for child in element.children(SAMLA.authnStatement) { statements.append(try AuthnStatement(decoding: child)) }
        authnStatements = statements
        var attributes: [Attribute] = []
        for statement in element.children(SAMLA.attributeStatement) {
            for child in statement.children(SAMLA.attribute) { attributes.append(try Attribute(decoding: child)) }
        }
        self.attributes = attributes
    }

    /// Writes the assertion, without a signature of its own inside a response that is signed.
    func write(to writer: inout CanonicalWriter, signedBy key: SigningKey?) throws {
        guard let key else { return write(to: &writer) }
        try writer.signedElement(
            SAMLA.written(SAMLA.assertion),
            attributesOfElement,
            id: id,
            key: key,
            head: writeIssuer,
            rest: writeStatements
        )
    }

    private func write(to writer: inout CanonicalWriter) {
        let attributes = attributesOfElement + [XMLAttribute("ID", id)]
        writer.element(SAMLA.written(SAMLA.assertion), attributes) { writer in
            writeIssuer(to: &writer)
            writeStatements(to: &writer)
        }
    }

    private var attributesOfElement: [XMLAttribute] {
        [XMLAttribute("Version", "2.0"), XMLAttribute("IssueInstant", issueInstant.xsDateTime)]
    }

    private func writeIssuer(to writer: inout CanonicalWriter) {
        writer.element(SAMLA.written(SAMLA.issuer), text: issuer)
    }

    private func writeStatements(to writer: inout CanonicalWriter) {
        subject?.write(to: &writer)
        conditions?.write(to: &writer)
        for statement in authnStatements { statement.write(to: &writer) }
        guard !attributes.isEmpty else { return }
        writer.element(SAMLA.written(SAMLA.attributeStatement)) { writer in
            for attribute in attributes { attribute.write(to: &writer) }
        }
    }
}
