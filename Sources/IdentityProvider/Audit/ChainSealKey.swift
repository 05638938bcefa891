public import XMLSecurity

/// Seals chains by HMAC-SHA-256 with a key derived from the account secret: nothing more to make, keep and roll.
public struct ChainSealKey: Sendable {
    private let key: Secret

    /// Derives the key.
    ///
    /// By a plain digest: the ledger holds HMACs by the secret itself over account ids, which a portal chooses.
    public init(_ accountSecret: Secret) {
        key = Secret(accountSecret.withBytes { Digest.sha256(Array("drawbridge chain seal 1\n".utf8) + $0) })
    }

    /// Seals a chain at an entry.
    /// - Parameters:
    ///   - chain: the chain.
    ///   - sequence: the entry's number.
    ///   - link: its link.
    ///   - at: the time.
    /// - Returns: the seal.
    public func seal(_ chain: AuditChain, sequence: Int64, link: [UInt8], at: Instant) -> ChainSeal {
        let link = Hexadecimal.encode(link)
        let code = Hexadecimal.encode(code(chain, sequence, at, link))
        return ChainSeal(chain: chain, sequence: sequence, at: at, link: link, code: code)
    }

    /// Whether we made a seal.
    public func holds(_ seal: ChainSeal) -> Bool {
        let expected = Hexadecimal.encode(code(seal.chain, seal.sequence, seal.at, seal.link))
        return Digest.equal(Array(expected.utf8), Array(seal.code.utf8))
    }

    private func code(_ chain: AuditChain, _ sequence: Int64, _ at: Instant, _ link: String) -> [UInt8] {
        let text = "\(chain.rawValue)\n\(sequence)\n\(at.milliseconds)\n\(link)\n"
        return key.withBytes { Digest.hmacSHA256(Array(text.utf8), key: $0) }
    }
}
