public import SAML

/// Addresses that begin with the same bits (RFC 4632); v4 written as v6 is v4.
public struct NetworkRange: Hashable, Sendable {
    /// The first address of the range.
    public let address: NetworkAddress
    /// How many bits they share.
    public let bits: Int

    /// Takes a range.
    /// - Parameter text: `10.1.0.0/16`, `2001:db8::/32`, or one address.
    /// - Throws: ``WhitelistRefusal`` with the rule that it breaks; a bit behind the prefix is a mistake of the writer.
    public init(_ text: String) throws(WhitelistRefusal) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let written = NetworkAddress(String(parts[0])), !text.contains("%") else {
            throw WhitelistRefusal(.network, text)
        }
        let width = written.octets.count * 8
        guard let bits = parts.count == 1 ? width : Self.bits(parts[1]), bits <= width else {
            throw WhitelistRefusal(.network, text)
        }
        let isMapped = width == 128 && written.unmapped != written && bits >= 96
        address = isMapped ? written.unmapped : written
        self.bits = isMapped ? bits - 96 : bits
        guard Self.cut(address.octets, to: self.bits) == address.octets else {
            throw WhitelistRefusal(.networkBits, text)
        }
    }

    private static func bits(_ text: Substring) -> Int? {
        guard let bits = UInt8(text), String(bits) == text else { return nil }
        return Int(bits)
    }

    /// The range as it is written.
    public var text: String { "\(address.text)/\(bits)" }

    /// Whether an address is in the range.
    public func contains(_ other: NetworkAddress) -> Bool {
        let plain = other.unmapped
        return plain.octets.count == address.octets.count && Self.cut(plain.octets, to: bits) == address.octets
    }

    private static func cut(_ octets: [UInt8], to bits: Int) -> [UInt8] {
        octets.enumerated().map { index, octet in
            let left = min(max(bits - index * 8, 0), 8)
            return octet & UInt8(truncatingIfNeeded: 0xFF00 >> left)
        }
    }
}
