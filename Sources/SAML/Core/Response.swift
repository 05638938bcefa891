public import XMLSecurity

/// The answer to an AuthnRequest (saml-core 3.3.3).
public struct Response: Hashable, Sendable {
    /// The message's identifier.
    public let id: String
    /// When it was made.
    public let issueInstant: Instant
    /// The identity provider's entity id.
    public let issuer: String?
    /// Where it is sent: the ACS.
    public let destination: String?
    /// The request that it answers.
    public let inResponseTo: String?
    /// The outcome.
    public let status: Status
    /// The assertion; none when the outcome is a failure (saml-profiles 4.1.4.2).
    public let assertion: Assertion?

    /// Makes a response.
    public init(
        id: String,
        issueInstant: Instant,
        issuer: String,
        destination: String,
        inResponseTo: String?,
        status: Status,
        assertion: Assertion?
    ) {
        self.id = id
        self.issueInstant = issueInstant
        self.issuer = issuer
        self.destination = destination
        self.inResponseTo = inResponseTo
        self.status = status
        self.assertion = assertion
    }

    /// Which elements of a response carry a signature.
    public enum Signing: String, CaseIterable, Sendable {
        /// The assertion alone, as HUAWEI CLOUD documents it; a response without assertion is signed itself.
        case assertion
        /// The response alone.
        case response
        /// Both; the response's signature is made last.
        case both
    }

    /// The response as XML in canonical form, signed.
    /// - Parameters:
    ///   - key: the key that signs.
    ///   - signing: what it signs.
    /// - Returns: the octets that are sent.
    /// - Throws: ``KeyError`` when OpenSSL cannot sign, ``XMLError`` when a value cannot stand in XML.
    public func document(signedBy key: SigningKey, signing: Signing) throws -> [UInt8] {
        var writer = CanonicalWriter()
        let name = SAMLP.written(SAMLP.response)
        if signing == .assertion && assertion != nil {
            try writer.element(name, attributes + [XMLAttribute("ID", id)]) { writer in
                writeIssuer(to: &writer)
                status.write(to: &writer)
                try assertion?.write(to: &writer, signedBy: key)
            }
        } else {
            try writer.signedElement(name, attributes, id: id, key: key, head: writeIssuer) { writer in
                status.write(to: &writer)
                guard let assertion else { return }
                if signing == .both {
                    try assertion.write(to: &writer, signedBy: key)
                } else {
                    assertion.write(to: &writer)
                }
            }
        }
        return try writer.finish()
    }

    private func writeIssuer(to writer: inout CanonicalWriter) {
        guard let issuer else { return }
        writer.element(SAMLA.written(SAMLA.issuer), text: issuer)
    }

    private var attributes: [XMLAttribute] {
        var attributes = [XMLAttribute("Version", "2.0"), XMLAttribute("IssueInstant", issueInstant.xsDateTime)]
        if let destination { attributes.append(XMLAttribute("Destination", destination)) }
        if let inResponseTo { attributes.append(XMLAttribute("InResponseTo", inResponseTo)) }
        return attributes
    }
}
