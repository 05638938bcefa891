public import SAML

/// The page of HUAWEI CLOUD that a customer lands on, `service`: https, on the site's own hosts (huawei-cloud.md 3.1).
public struct ServiceURL: Hashable, Sendable {
    /// The address, with scheme and host in lower case.
    public let value: String

    /// Takes an address.
    /// - Parameters:
    ///   - value: the address, not encoded.
    ///   - site: the site whose hosts it must be on.
    /// - Throws: ``Refusal`` with the rule that it breaks.
    public init(_ value: String, at site: Site) throws(Refusal) {
        guard !Self.isEncoded(value) else {
            throw Refusal(.serviceEncoded, expected: "the address as it is, not percent-encoded", found: value)
        }
        let address = try Self.address(value)
        guard address.scheme == "https" || site.isSimulation else {
            throw Refusal(.serviceNotHTTPS, expected: "https", found: address.scheme)
        }
        guard site.serves(address) else {
            throw Refusal(.serviceHost, expected: site.servicePlace, found: address.origin)
        }
        guard address.port == nil || site.isSimulation else {
            throw Refusal(.servicePort, expected: "no port", found: address.origin)
        }
        self.value = address.text
    }

    private static func address(_ value: String) throws(Refusal) -> WebAddress {
        do {
            return try WebAddress(value)
        } catch {
            switch error {
            case .tooLong: throw Refusal(.serviceTooLong, expected: "at most \(WebAddress.longest) octets")
            case .characters: throw Refusal(.serviceCharacters, expected: "RFC 3986", found: value)
            case .notAbsolute: throw Refusal(.serviceNotAbsolute, expected: "https://", found: value)
            case .scheme: throw Refusal(.serviceNotHTTPS, expected: "https", found: value)
            case .userInfo:
                throw Refusal(.serviceUserInfo, expected: "an address without @ before the path", found: value)
            case .host: throw Refusal(.serviceHost, expected: "a plain host name", found: value)
            case .port: throw Refusal(.servicePort, expected: "a port from 1 to 65535, or none", found: value)
            }
        }
    }

    // `%25` is an escape of an escape: HUAWEI CLOUD decodes once and would be left with escapes.
    private static func isEncoded(_ value: String) -> Bool {
        let start = value.prefix(8).lowercased()
        return value.contains("%25") || start.hasPrefix("https%3a") || start.hasPrefix("http%3a")
    }
}
