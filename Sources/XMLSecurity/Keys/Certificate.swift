import CXMLSecurity

/// An X.509 certificate as SAML uses it: an envelope for a public key, with a name and dates to show to people.
///
/// No chain is ever built and no signature of an issuer checked: trust is in the metadata that carries it
/// (saml-metadata 2.4.1.1).
public struct Certificate: Sendable, Hashable {
    /// The certificate in DER.
    public let der: [UInt8]
    /// The DER in Base64 on one line, as it stands in `ds:X509Certificate`.
    public let base64: String
    /// Whom it names, in the form of RFC 2253 with UTF-8 left readable.
    public let subject: String
    /// Who made it, in the same form.
    public let issuer: String
    /// The subject's first organization (O).
    public let organization: String?
    /// When its validity begins.
    public let notBefore: Instant
    /// When its validity ends.
    public let notAfter: Instant
    /// SHA-256 of the DER in lower-case hexadecimal.
    public let fingerprint: String
    /// The hash of its own signature, such as `SHA256`; nil when the algorithm has none of its own or is unknown.
    public let signatureHash: String?
    /// The key that it carries.
    public let publicKey: PublicKey

    /// Reads DER.
    ///
    /// - Parameter der: One certificate and nothing behind it.
    /// - Throws: `notCertificate` or `unsupportedKey`.
    public init(der: [UInt8]) throws(KeyError) {
        OpenSSLErrors.clear()
        guard
            let x509 = unsafe DER.decode(
                der,
                read: { unsafe d2i_X509(nil, $0, $1) },
                free: { unsafe X509_free($0) }
            )
        else { throw .openSSL(.notCertificate, "it is not one X.509 certificate in DER") }
        defer { unsafe X509_free(x509) }
        let subjectName = unsafe DistinguishedName(X509_get_subject_name(x509))
        guard let subject = subjectName.text,
            let issuer = unsafe DistinguishedName(X509_get_issuer_name(x509)).text,
            let notBefore = unsafe Self.instant(X509_get0_notBefore(x509)),
            let notAfter = unsafe Self.instant(X509_get0_notAfter(x509))
        else { throw .openSSL(.notCertificate, "a name or a date of the certificate is malformed") }
        guard let key = unsafe X509_get_pubkey(x509) else {
            throw .openSSL(.unsupportedKey, "the public key of the certificate cannot be read")
        }
        publicKey = try PublicKey(unsafe EVPKey(owning: key))
        self.der = der
        base64 = Base64.encode(der)
        fingerprint = Hexadecimal.encode(Digest.sha256(der))
        self.subject = subject
        self.issuer = issuer
        organization = subjectName.organization
        self.notBefore = notBefore
        self.notAfter = notAfter
        signatureHash = unsafe Self.signatureHash(x509)
    }

    /// Reads a PEM file.
    ///
    /// - Parameter pem: A file with exactly one certificate; text around it is skipped.
    /// - Throws: `notCertificate` or `unsupportedKey`.
    public init(pem: [UInt8]) throws(KeyError) {
        let blocks = try PEMBlock.all(in: pem, orThrow: .notCertificate)
        guard let block = blocks.first, blocks.count == 1, block.label == "CERTIFICATE" else {
            let found = blocks.map(\.label).joined(separator: ", ")
            throw KeyError(.notCertificate, "exactly one CERTIFICATE is expected in the file; it holds: \(found)")
        }
        try self.init(der: block.bytes)
    }

    /// Reads the content of `ds:X509Certificate` (xmldsig-core 4.4.4).
    ///
    /// - Parameter base64: Base64 of the DER, line breaks allowed.
    /// - Throws: `notCertificate` or `unsupportedKey`.
    public init(base64: String) throws(KeyError) {
        guard let der = Base64.decode(base64.utf8, allowingLineBreaks: true) else {
            throw KeyError(.notCertificate, "it is not Base64")
        }
        try self.init(der: der)
    }

    /// The certificate as a PEM file (RFC 7468).
    public var pem: [UInt8] {
        var text = "-----BEGIN CERTIFICATE-----\n"
        var rest = base64[...]
        while !rest.isEmpty {
            text += rest.prefix(64) + "\n"
            rest = rest.dropFirst(64)
        }
        return Array((text + "-----END CERTIFICATE-----\n").utf8)
    }

    /// Refuses a private key of another certificate.
    ///
    /// - Parameter key: The key that is to sign under this certificate.
    /// - Throws: `mismatch`.
    public func requireMatch(_ key: PrivateKey) throws(KeyError) {
        guard publicKey == key.publicKey else {
            throw KeyError(.mismatch, "the private key does not belong to the certificate of \(subject)")
        }
    }

    private static func instant(_ time: UnsafePointer<ASN1_TIME>?) -> Instant? {
        var days: Int32 = 0
        var seconds: Int32 = 0
        guard let epoch = unsafe ASN1_TIME_set(nil, 0) else { return nil }
        defer { unsafe ASN1_TIME_free(epoch) }
        guard unsafe ASN1_TIME_diff(&days, &seconds, epoch, time) == 1 else { return nil }
        return Instant(seconds: Int64(days) * 86_400 + Int64(seconds))
    }

    private static func signatureHash(_ x509: OpaquePointer) -> String? {
        var hash: Int32 = 0
        guard unsafe X509_get_signature_info(x509, &hash, nil, nil, nil) == 1, hash != NID_undef,
            let name = unsafe OBJ_nid2sn(hash)
        else { return nil }
        return unsafe String(cString: name)
    }
}
