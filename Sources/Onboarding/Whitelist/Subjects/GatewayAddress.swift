import SAML

/// A host and a port that the partner's firewall must let out.
public struct GatewayAddress: Hashable, Sendable {
    /// The host in lower case; an IPv6 address keeps its brackets.
    public let host: String
    /// The port.
    public let port: Int

    /// Takes an address.
    /// - Parameter text: `bss.myhuaweicloud.com:443`.
    /// - Throws: ``WhitelistRefusal`` with the rule that it breaks.
    public init(_ text: String) throws(WhitelistRefusal) {
        guard let address = try? WebAddress("https://" + text), let port = address.port, address.rest.isEmpty else {
            throw WhitelistRefusal(.gateway, text)
        }
        host = address.host
        self.port = port
    }

    /// The address as it is written.
    public var text: String { "\(host):\(port)" }
}
