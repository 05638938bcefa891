public import XMLSecurity

/// What a chain was at one entry, authenticated; kept elsewhere, it shows a chain that was cut off or computed anew.
public struct ChainSeal: Hashable, Sendable, Codable {
    /// The chain.
    public let chain: AuditChain
    /// The entry's number; 0 for an empty chain.
    public let sequence: Int64
    /// When the seal was made.
    public let at: Instant
    /// The entry's link, in hexadecimal.
    public let link: String
    /// The authentication code over all of it, in hexadecimal.
    public let code: String

    /// Puts a seal together that was read; whether it holds, ``ChainSealKey/holds(_:)`` says.
    public init(chain: AuditChain, sequence: Int64, at: Instant, link: String, code: String) {
        self.chain = chain
        self.sequence = sequence
        self.at = at
        self.link = link
        self.code = code
    }
}
