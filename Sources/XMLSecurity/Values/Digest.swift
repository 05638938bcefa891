import CXMLSecurity

/// SHA-256 through OpenSSL, and the comparison that gives no timing away.
public enum Digest: Sendable {
    // Fetched once: a fetch by name for each digest costs a lock and a look-up. OpenSSL's method objects are immutable
    // and reference counted, so sharing one between threads is safe.
    nonisolated(unsafe) private static let method = unsafe EVP_MD_fetch(nil, "SHA256", nil)

    /// The digest of the octets by another method than SHA-256, for the references of peers.
    public static func of(_ bytes: [UInt8], _ algorithm: DigestAlgorithm) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var length = 0
        let status = unsafe EVP_Q_digest(nil, algorithm.name, nil, bytes, bytes.count, &digest, &length)
        precondition(status == 1, "OpenSSL's \(algorithm.name) failed")
        return Array(digest.prefix(length))
    }

    /// SHA-256 of the octets.
    public static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        sha256(of: [bytes[...]])
    }

    /// SHA-256 of runs of octets, one behind the other, without joining them.
    public static func sha256(of runs: [ArraySlice<UInt8>]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        guard let context = unsafe EVP_MD_CTX_new() else { preconditionFailure("OpenSSL is out of memory") }
        defer { unsafe EVP_MD_CTX_free(context) }
        var status = unsafe EVP_DigestInit_ex(context, method, nil)
        for run in runs {
            status &= unsafe run.withUnsafeBytes { unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
        }
        status &= unsafe EVP_DigestFinal_ex(context, &digest, nil)
        precondition(status == 1, "OpenSSL's SHA-256 failed")
        return digest
    }

    /// HMAC-SHA-256 (RFC 2104).
    public static func hmacSHA256(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        let made = unsafe HMAC(method, key, Int32(key.count), bytes, bytes.count, &code, &length)
        precondition(unsafe made != nil && length == 32, "OpenSSL's HMAC failed")
        return code
    }

    /// Compares in a time that depends on the lengths only.
    public static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        return unsafe CRYPTO_memcmp(left, right, left.count) == 0
    }
}
