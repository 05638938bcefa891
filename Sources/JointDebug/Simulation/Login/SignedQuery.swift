import SAML
import XMLSecurity

/// The query that carries a message by the Redirect binding, written as HUAWEI CLOUD does, or wrong when told to.
struct SignedQuery {
    let parameter: MessageParameter
    let relayState: String?
    let key: SigningKey
    let faults: Faults

    /// The query without `?`.
    func text(_ xml: [UInt8]) throws -> String {
        guard !faults.contains(.unsignedRequest) else {
            return try HTTPRedirectBinding.query(
                xml,
                as: parameter,
                relayState: relayState,
                signedBy: nil,
                escapes: .lower
            )
        }
        let algorithm = faults.contains(.sha1) ? SignatureAlgorithm.rsaSHA1 : key.algorithm
        let name = faults.contains(.upperCasedSigAlg) ? algorithm.rawValue.uppercased() : algorithm.rawValue
        let message = try HTTPRedirectBinding.query(
            xml,
            as: parameter,
            relayState: relayState,
            signedBy: nil,
            escapes: .lower
        )
        let signed = message + "&SigAlg=" + PercentEncoding.encode(name, .lower)
        let signature = try key.privateKey.sign(Array(signed.utf8), with: algorithm)
        let query = signed + "&Signature=" + PercentEncoding.encode(Base64.encode(signature), .lower)
        return faults.contains(.reencodedQuery) ? Self.reencoded(query) : query
    }

    // As a proxy does that decodes a query and encodes it again: the same values, other octets.
    private static func reencoded(_ query: String) -> String {
        var octets = Array(query.utf8)
        for index in octets.indices where octets[index] == UInt8(ascii: "%") && index + 2 < octets.count {
            octets.replaceSubrange((index + 1)...(index + 2), with: octets[(index + 1)...(index + 2)].map(Self.upper))
        }
        return String(decoding: octets, as: UTF8.self)
    }

    private static func upper(_ octet: UInt8) -> UInt8 {
        (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(octet) ? octet - 0x20 : octet
    }
}
