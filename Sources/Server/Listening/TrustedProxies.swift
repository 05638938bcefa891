import HTTPTypes
import Hummingbird
public import SAML

/// The proxies in front of us whose word about the client's address counts.
///
/// Only the address is ever taken from a header: scheme and host are the configured ones (design section 12), so there
/// is nothing that a forged `X-Forwarded-Host` could change.
public struct TrustedProxies: Sendable {
    private let contains: @Sendable (NetworkAddress) -> Bool

    /// Makes the list.
    /// - Parameter contains: whether an address is one of them.
    public init(_ contains: @escaping @Sendable (NetworkAddress) -> Bool) {
        self.contains = contains
    }

    /// Nobody is trusted.
    public static let none = TrustedProxies { _ in false }

    func trusts(_ address: NetworkAddress) -> Bool { contains(address) }

    /// Who really asks.
    ///
    /// Each proxy appends the address that it saw. So the list is read from its end, over the proxies that are trusted, to
    /// the first that is not: what stands before it anybody could have written.
    func client(of request: Request, peer: String?) -> NetworkAddress? {
        guard var client = peer.flatMap({ NetworkAddress($0) }) else { return nil }
        guard let name = HTTPField.Name("X-Forwarded-For") else { return client }
        let hops = request.headers[values: name].joined(separator: ",").split(separator: ",")
        for hop in hops.reversed() {
            guard contains(client), let before = Self.address(hop) else { return client }
            client = before
        }
        return client
    }

    // Some proxies write the port behind it: `203.0.113.7:4711`, `[2001:db8::1]:4711`.
    private static func address(_ text: Substring) -> NetworkAddress? {
        let text = text.filter { $0 != " " && $0 != "\t" }
        if text.hasPrefix("[") { return NetworkAddress(String(text.dropFirst().prefix { $0 != "]" })) }
        let isV4WithPort = text.contains(".") && text.filter { $0 == ":" }.count == 1
        return NetworkAddress(isV4WithPort ? String(text.prefix { $0 != ":" }) : text)
    }
}
