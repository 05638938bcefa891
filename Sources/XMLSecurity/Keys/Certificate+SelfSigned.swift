import CXMLSecurity

extension Certificate {
    /// RFC 5280 4.1.2.2: at most 20 octets, and positive.
    public static let serialLength = 20

    /// A hundred years: what is longer is a slip of the keyboard.
    static let longestDays = 36_500

    /// Makes the certificate of a signing key: version 3, SHA-256, for digital signatures only.
    ///
    /// - Parameters:
    ///   - key: The key it carries, which also signs it.
    ///   - commonName: CN, at most 64 characters.
    ///   - organization: O, at most 64 characters.
    ///   - validFrom: When its validity begins, cut to whole seconds.
    ///   - days: How many days it is valid.
    ///   - serial: `serialLength` random octets; the top two bits are set so that it is positive and keeps its length.
    /// - Returns: The certificate, read back from its own DER.
    /// - Throws: `generation`.
    public static func selfSigned(
        key: PrivateKey,
        commonName: String,
        organization: String,
        validFrom: Instant,
        days: Int,
        serial: [UInt8]
    ) throws(KeyError) -> Certificate {
        guard serial.count == serialLength else {
            throw KeyError(.generation, "a serial number has \(serialLength) octets, not \(serial.count)")
        }
        guard (1...longestDays).contains(days) else {
            throw KeyError(.generation, "\(days) days of validity are not between 1 and \(longestDays)")
        }
        OpenSSLErrors.clear()
        let x509 = unsafe X509_new()
        defer { unsafe X509_free(x509) }
        guard let x509 = unsafe x509,
            unsafe X509_set_version(x509, Int(X509_VERSION_3)) == 1,
            unsafe setSerial(serial, of: x509),
            unsafe setName(organization: organization, commonName: commonName, of: x509),
            unsafe setValidity(from: validFrom, days: days, of: x509),
            unsafe X509_set_pubkey(x509, key.key.pointer) == 1,
            unsafe addExtensions(to: x509),
            unsafe X509_sign(x509, key.key.pointer, EVP_sha256()) > 0,
            let der = unsafe DER.encode({ unsafe i2d_X509(x509, $0) })
        else { throw .openSSL(.generation, "OpenSSL could not make the certificate") }
        return try Certificate(der: der)
    }

    private static func setSerial(_ serial: [UInt8], of x509: OpaquePointer) -> Bool {
        var positive = serial
        positive[0] = positive[0] & 0x7F | 0x40
        guard let number = unsafe BN_bin2bn(positive, Int32(positive.count), nil) else { return false }
        defer { unsafe BN_free(number) }
        return unsafe BN_to_ASN1_INTEGER(number, X509_get_serialNumber(x509)) != nil
    }

    private static func setName(organization: String, commonName: String, of x509: OpaquePointer) -> Bool {
        let name = unsafe X509_get_subject_name(x509)
        let isFilled = [(NID_organizationName, organization), (NID_commonName, commonName)].allSatisfy { field, value in
            let bytes = Array(value.utf8)
            return unsafe X509_NAME_add_entry_by_NID(name, field, MBSTRING_UTF8, bytes, Int32(bytes.count), -1, 0) == 1
        }
        return unsafe isFilled && X509_set_issuer_name(x509, name) == 1
    }

    private static func setValidity(from start: Instant, days: Int, of x509: OpaquePointer) -> Bool {
        let seconds = Int(start.milliseconds / 1000)
        return unsafe ASN1_TIME_set(X509_getm_notBefore(x509), seconds) != nil
            && ASN1_TIME_adj(X509_getm_notAfter(x509), seconds, Int32(days), 0) != nil
    }

    /// The authority key identifier copies the subject's, which must therefore be in place before it.
    private static func addExtensions(to x509: OpaquePointer) -> Bool {
        var context = unsafe X509V3_CTX()
        unsafe X509V3_set_ctx(&context, x509, x509, nil, nil, 0)
        return [
            (NID_basic_constraints, "critical,CA:FALSE"),
            (NID_key_usage, "critical,digitalSignature"),
            (NID_subject_key_identifier, "hash"),
            (NID_authority_key_identifier, "keyid:always"),
        ].allSatisfy { kind, value in
            guard let entry = unsafe X509V3_EXT_conf_nid(nil, &context, kind, value) else { return false }
            defer { unsafe X509_EXTENSION_free(entry) }
            return unsafe X509_add_ext(x509, entry, -1) == 1
        }
    }
}
