public import XMLSecurity

/// Makes persistent identifiers: one for each customer at each SP, of which two SPs cannot learn that they mean one
/// person (saml-core 8.3.7).
///
/// Computed and not stored: the same customer always has the same one, nobody else ever gets it, and no sign-on waits
/// for a store. It lasts as long as the key does, which is therefore part of a backup.
public struct PairwiseKey: Sendable {
    private let secret: Secret

    /// Takes the key.
    public init(_ secret: Secret) {
        self.secret = secret
    }

    /// The identifier of a customer at an SP: 64 hexadecimal digits.
    func identifier(of customer: Customer, at serviceProvider: String) -> String {
        // A zero octet stands in none of them, so that no two customers write the same octets.
        let parts = ["persistent", serviceProvider, customer.portal, customer.xUserID, customer.xAccountID]
        return Hexadecimal.encode(
            secret.withBytes { Digest.hmacSHA256(Array(parts.joined(separator: "\0").utf8), key: $0) }
        )
    }
}
