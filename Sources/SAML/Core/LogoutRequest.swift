public import XMLSecurity

/// A request to end sessions (saml-core 3.7.1).
public struct LogoutRequest: Hashable, Sendable {
    /// The message's identifier.
    public let id: String
    /// When it was made.
    public let issueInstant: Instant
    /// The sender's entity id.
    public let issuer: String
    /// Where it was sent.
    public let destination: String?
    /// From then on it is not to be acted upon; a session authority always says (saml-core 3.7.3.2).
    public let notOnOrAfter: Instant?
    /// Why, as a URI.
    public let reason: String?
    /// Whose sessions, exactly as the assertion named them.
    public let nameID: NameID
    /// Which sessions; all of the principal's when empty.
    public let sessionIndexes: [String]

    /// Makes a request.
    public init(
        id: String,
        issueInstant: Instant,
        issuer: String,
        destination: String,
        notOnOrAfter: Instant,
        reason: String? = nil,
        nameID: NameID,
        sessionIndexes: [String]
    ) {
        self.id = id
        self.issueInstant = issueInstant
        self.issuer = issuer
        self.destination = destination
        self.notOnOrAfter = notOnOrAfter
        self.reason = reason
        self.nameID = nameID
        self.sessionIndexes = sessionIndexes
    }

    /// Reads a request.
    /// - Parameter element: the root of a document whose signature was judged, or will be over its octets.
    /// - Throws: ``Refusal`` at the first thing that is not as saml-core 3.7.1 has it.
    public init(decoding element: XMLElement) throws(Refusal) {
        let header = try MessageHeader(decoding: element, as: SAMLP.logoutRequest)
        id = header.id
        issueInstant = header.issueInstant
        issuer = header.issuer
        destination = header.destination
        notOnOrAfter = try element.instant("NotOnOrAfter")
        reason = element.attribute("Reason")
        // BaseID and EncryptedID name nobody whom this program knows.
        try element.requireAtMostOne(SAMLA.nameID)
        let nameID = NameID(decoding: try element.required(child: SAMLA.nameID))
        guard nameID.value.contains(where: { !$0.isWhitespace }) else {
            throw Refusal(.schemaElement, at: element, expected: "saml:NameID")
        }
        self.nameID = nameID
        sessionIndexes = element.children(SAMLP.sessionIndex).map(\.text)
    }

    /// The request as XML with an enveloped signature for the POST binding, or without one for Redirect.
    public func write(to writer: inout CanonicalWriter, signedBy key: SigningKey?) throws {
        var attributes: [XMLAttribute] = []
        if let notOnOrAfter { attributes.append(XMLAttribute("NotOnOrAfter", notOnOrAfter.xsDateTime)) }
        if let reason { attributes.append(XMLAttribute("Reason", reason)) }
        let header = MessageHeader(id: id, issueInstant: issueInstant, issuer: issuer, destination: destination)
        try header.write(SAMLP.logoutRequest, attributes, to: &writer, signedBy: key) { writer in
            nameID.write(to: &writer)
            for index in sessionIndexes { writer.element(SAMLP.written(SAMLP.sessionIndex), text: index) }
        }
    }
}
