public import XMLSecurity

/// A key that a role uses (saml-metadata 2.4.1.1).
public struct KeyDescriptor: Hashable, Sendable {
    /// What a key is for.
    public enum Use: String, Sendable {
        /// Signing messages.
        case signing
        /// Encrypting to the role.
        case encryption
    }

    /// What it is for; `nil` means both (IIP-MD11).
    public let use: Use?
    /// The certificates that carry the key.
    ///
    /// Their validity and issuer mean nothing here: trust is the metadata (IIP-MD12).
    public let certificates: [Certificate]

    /// Makes a descriptor.
    public init(use: Use?, certificate: Certificate) {
        self.use = use
        self.certificates = [certificate]
    }

    private static let dsig: StaticString = "http://www.w3.org/2000/09/xmldsig#"
    private static let keyInfo = XMLName(dsig, "KeyInfo")
    private static let x509Data = XMLName(dsig, "X509Data")
    private static let x509Certificate = XMLName(dsig, "X509Certificate")

    init(decoding element: XMLElement, _ policy: ValidationPolicy) throws(Refusal) {
        if let found = element.attribute("use") {
            guard let use = Use(rawValue: found) else {
                throw Refusal(.schemaValue, at: element, expected: "signing or encryption", found: found)
            }
            self.use = use
        } else {
            use = nil
        }
        let texts = try element.required(child: Self.keyInfo).children(Self.x509Data)
            .flatMap { $0.children(Self.x509Certificate) }
        guard !texts.isEmpty else {
            throw Refusal(.metadataCertificate, at: element, expected: "ds:X509Certificate")
        }
        var certificates: [Certificate] = []
        for text in texts { certificates.append(try Self.certificate(text, policy)) }
        self.certificates = certificates
    }

    private static func certificate(
        _ element: XMLElement,
        _ policy: ValidationPolicy
    ) throws(Refusal) -> Certificate {
        guard let der = Base64.decode(element.text.utf8, allowingLineBreaks: true) else {
            throw Refusal(.metadataCertificate, at: element, expected: "Base64 of DER, without PEM lines")
        }
        let certificate: Certificate
        do {
            certificate = try Certificate(der: der)
        } catch {
            throw Refusal(.metadataCertificate, at: element, found: error.reason)
        }
        let algorithm = certificate.publicKey.algorithm
        let shortest = policy.signatures.shortestRSA
        if case .rsa(let bits) = algorithm, bits < shortest {
            throw Refusal(.keyShort, at: element, expected: "RSA of \(shortest) bits or more", found: algorithm.name)
        }
        return certificate
    }

    /// The rules of reading, for what is about to be written.
    func requireWritable() throws(Refusal) {
        for algorithm in certificates.map(\.publicKey.algorithm) where algorithm.isTooShort {
            let expected = "RSA of \(KeyAlgorithm.shortestRSA) bits or more"
            throw Refusal(.keyShort, expected: expected, found: algorithm.name)
        }
    }

    func write(to writer: inout CanonicalWriter) {
        let attributes = use.map { [XMLAttribute("use", $0.rawValue)] } ?? []
        writer.element(MD.written(MD.keyDescriptor), attributes) { writer in
            writer.element(QName("ds", Self.keyInfo)) { writer in
                for certificate in certificates {
                    writer.element(QName("ds", Self.x509Data)) { writer in
                        writer.element(QName("ds", Self.x509Certificate), text: certificate.base64)
                    }
                }
            }
        }
    }
}
