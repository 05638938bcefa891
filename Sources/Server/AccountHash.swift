public import XMLSecurity

/// Hides account ids in the ledger: who has the secret can look an account up, who has the ledger alone cannot list them.
public struct AccountHash: Sendable {
    private let secret: Secret

    /// Makes a hash with a secret of 32 random octets.
    public init(_ secret: Secret) {
        self.secret = secret
    }

    /// HMAC-SHA-256 of an account id, in hexadecimal (RFC 2104).
    public func hash(_ account: String) -> String {
        Hexadecimal.encode(secret.withBytes { Digest.hmacSHA256(Array(account.utf8), key: $0) })
    }
}
