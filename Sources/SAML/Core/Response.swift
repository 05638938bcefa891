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
    ///   - receiver: the key that the assertion is encrypted to, behind its signature; `nil` sends it in clear.
    /// - Returns: the octets that are sent.
    /// - Throws: ``KeyError`` when OpenSSL cannot sign or encrypt, ``XMLError`` when a value cannot stand in XML.
    public func document(
        signedBy key: SigningKey,
        signing: Signing,
        encryptedTo receiver: PublicKey? = nil
    ) throws -> [UInt8] {
        var writer = CanonicalWriter()
        let name = SAMLP.written(SAMLP.response)
        if signing == .assertion && assertion != nil {
            try writer.element(name, attributes + [XMLAttribute("ID", id)]) { writer in
                writeIssuer(to: &writer)
                status.write(to: &writer)
                try write(to: &writer, signedBy: key, receiver)
            }
        } else {
            try writer.signedElement(name, attributes, id: id, key: key, head: writeIssuer) { writer in
                status.write(to: &writer)
                try write(to: &writer, signedBy: signing == .both ? key : nil, receiver)
            }
        }
        return try writer.finish()
    }

    private func write(
        to writer: inout CanonicalWriter,
        signedBy key: SigningKey?,
        _ receiver: PublicKey?
    ) throws {
        guard let assertion else { return }
        guard let receiver else { return try assertion.write(to: &writer, signedBy: key) }
        // A document of its own: what is decrypted declares its namespaces itself (xmlenc-core1 4.4).
        var plain = CanonicalWriter()
        try assertion.write(to: &plain, signedBy: key)
        let octets = try plain.finish()
        try writer.element(SAMLA.written(SAMLA.encryptedAssertion)) { writer in
            try Encryptor.write(octets, to: receiver, in: &writer)
        }
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
