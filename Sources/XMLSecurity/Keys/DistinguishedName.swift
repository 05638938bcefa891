import CXMLSecurity

/// A name in a certificate, borrowed from it.
@safe
struct DistinguishedName {
    private let pointer: OpaquePointer?

    init(_ pointer: OpaquePointer?) {
        unsafe self.pointer = unsafe pointer
    }

    /// RFC 2253 order and escapes, with UTF-8 left as it is; nil when a value is not in its declared encoding.
    var text: String? {
        let output = MemoryBIO()
        guard unsafe drawbridge_X509_NAME_print(output.pointer, pointer) >= 0 else { return nil }
        return String(validating: output.contents, as: UTF8.self)
    }

    /// The first O.
    var organization: String? {
        let index = unsafe X509_NAME_get_index_by_NID(pointer, NID_organizationName, -1)
        guard index >= 0 else { return nil }
        let value = unsafe X509_NAME_ENTRY_get_data(X509_NAME_get_entry(pointer, index))
        var bytes: UnsafeMutablePointer<UInt8>?
        let count = unsafe ASN1_STRING_to_UTF8(&bytes, value)
        guard count >= 0 else { return nil }
        defer { unsafe CRYPTO_free(bytes, nil, 0) }
        return unsafe String(validating: UnsafeBufferPointer(start: bytes, count: Int(count)), as: UTF8.self)
    }
}
