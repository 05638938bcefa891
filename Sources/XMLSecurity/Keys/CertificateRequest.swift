import CXMLSecurity

/// A request for a certificate (RFC 2986), for partners whose security department wants its own authority's.
public enum CertificateRequest: Sendable {
    /// Makes a request: O and CN, signed with the key it is for.
    ///
    /// - Parameters:
    ///   - key: The key that the certificate is to carry.
    ///   - commonName: CN, at most 64 characters.
    ///   - organization: O, at most 64 characters.
    /// - Returns: The request in PEM.
    /// - Throws: `generation`.
    public static func pem(key: PrivateKey, commonName: String, organization: String) throws(KeyError) -> [UInt8] {
        OpenSSLErrors.clear()
        let request = unsafe X509_REQ_new()
        defer { unsafe X509_REQ_free(request) }
        let output = MemoryBIO()
        guard let request = unsafe request,
            // RFC 2986 4.1: version 1 is written as 0.
            unsafe X509_REQ_set_version(request, 0) == 1,
            unsafe setName(organization: organization, commonName: commonName, of: request),
            unsafe X509_REQ_set_pubkey(request, key.key.pointer) == 1,
            unsafe X509_REQ_sign(request, key.key.pointer, EVP_sha256()) > 0,
            unsafe PEM_write_bio_X509_REQ(output.pointer, request) == 1
        else { throw .openSSL(.generation, "OpenSSL could not make the certificate request") }
        return output.contents
    }

    private static func setName(organization: String, commonName: String, of request: OpaquePointer) -> Bool {
        let name = unsafe X509_REQ_get_subject_name(request)
        return [(NID_organizationName, organization), (NID_commonName, commonName)].allSatisfy { field, value in
            let bytes = Array(value.utf8)
            return unsafe X509_NAME_add_entry_by_NID(name, field, MBSTRING_UTF8, bytes, Int32(bytes.count), -1, 0) == 1
        }
    }
}
