public import XMLSecurity

/// How the bearer of an assertion is known to be its subject (saml-core 2.4.1.1).
public struct SubjectConfirmation: Hashable, Sendable {
    /// The method of the browser profile (saml-profiles 3.3).
    public static let bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer"

    /// The method's URI.
    public let method: String
    /// The address that the assertion is delivered to.
    public let recipient: String?
    /// Before this it is not valid; the browser profile forbids it.
    public let notBefore: Instant?
    /// From then on it is not valid.
    public let notOnOrAfter: Instant?
    /// The request that is answered.
    public let inResponseTo: String?

    /// Makes a bearer confirmation (saml-profiles 4.1.4.2).
    public init(recipient: String, notOnOrAfter: Instant, inResponseTo: String?) {
        self.method = Self.bearer
        self.recipient = recipient
        self.notBefore = nil
        self.notOnOrAfter = notOnOrAfter
        self.inResponseTo = inResponseTo
    }

    init(decoding element: XMLElement) throws(Refusal) {
        try element.requireAtMostOne(SAMLA.subjectConfirmationData)
        let data = element.child(SAMLA.subjectConfirmationData)
        self.method = try element.required("Method")
        self.recipient = data?.attribute("Recipient")
        self.notBefore = try data?.instant("NotBefore")
        self.notOnOrAfter = try data?.instant("NotOnOrAfter")
        self.inResponseTo = data?.attribute("InResponseTo")
    }

    func write(to writer: inout CanonicalWriter) {
        let confirmation = SAMLA.written(SAMLA.subjectConfirmation)
        writer.element(confirmation, [XMLAttribute("Method", method)]) { writer in
            var attributes: [XMLAttribute] = []
            if let inResponseTo { attributes.append(XMLAttribute("InResponseTo", inResponseTo)) }
            if let notOnOrAfter { attributes.append(XMLAttribute("NotOnOrAfter", notOnOrAfter.xsDateTime)) }
            if let recipient { attributes.append(XMLAttribute("Recipient", recipient)) }
            writer.element(SAMLA.written(SAMLA.subjectConfirmationData), attributes)
        }
    }
}
