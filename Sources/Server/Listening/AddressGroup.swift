import SAML

/// Whom a limit counts: one IPv4 address, or one IPv6 network of 64 bits, which is what one household or server has.
struct AddressGroup: Hashable, Sendable {
    let octets: [UInt8]

    init(_ address: NetworkAddress) {
        let plain = address.unmapped
        octets = plain.octets.count == 16 ? Array(plain.octets.prefix(8)) : plain.octets
    }
}
