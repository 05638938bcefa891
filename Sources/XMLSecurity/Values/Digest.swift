import CXMLSecurity

/// SHA-256 through OpenSSL, and the comparison that gives no timing away.
public enum Digest: Sendable {
    // Fetched once: a fetch by name for each digest costs a lock and a look-up. OpenSSL's method objects are immutable
    // and reference counted, so sharing one between threads is safe.
    nonisolated(unsafe) private static let method = unsafe EVP_MD_fetch(nil, "SHA256", nil)

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

    /// Compares in a time that depends on the lengths only.
    public static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        return unsafe CRYPTO_memcmp(left, right, left.count) == 0
    }
}
