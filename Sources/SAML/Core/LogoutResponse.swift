public import XMLSecurity

/// What became of a logout (saml-core 3.7.2).
public struct LogoutResponse: Hashable, Sendable {
    /// The message's identifier.
    public let id: String
    /// When it was made.
    public let issueInstant: Instant
    /// The sender's entity id.
    public let issuer: String
    /// Where it was sent.
    public let destination: String?
    /// The request that it answers.
    public let inResponseTo: String?
    /// The outcome; `PartialLogout` below it when other parties did not follow.
    public let status: Status

    /// Makes a response.
    public init(
        id: String,
        issueInstant: Instant,
        issuer: String,
        destination: String,
        inResponseTo: String,
        status: Status
    ) {
        self.id = id
        self.issueInstant = issueInstant
        self.issuer = issuer
        self.destination = destination
        self.inResponseTo = inResponseTo
        self.status = status
    }

    /// Reads a response.
    /// - Parameter element: the root of a document whose signature was judged, or will be over its octets.
    /// - Throws: ``Refusal`` at the first thing that is not as saml-core 3.7.2 has it.
    public init(decoding element: XMLElement) throws(Refusal) {
        let header = try MessageHeader(decoding: element, as: SAMLP.logoutResponse)
        id = header.id
        issueInstant = header.issueInstant
        issuer = header.issuer
        destination = header.destination
        inResponseTo = element.attribute("InResponseTo")
        try element.requireAtMostOne(SAMLP.status)
        status = try Status(decoding: element.required(child: SAMLP.status))
    }

    /// The response as XML with an enveloped signature for the POST binding, or without one for Redirect.
    public func write(to writer: inout CanonicalWriter, signedBy key: SigningKey?) throws {
        let attributes = inResponseTo.map { [XMLAttribute("InResponseTo", $0)] } ?? []
        let header = MessageHeader(id: id, issueInstant: issueInstant, issuer: issuer, destination: destination)
        try header.write(SAMLP.logoutResponse, attributes, to: &writer, signedBy: key) { status.write(to: &$0) }
    }
}
