import HTTPTypes
import Hummingbird
public import Onboarding
import SAML
import Synchronization

/// The proxies in front of us whose word about the client's address counts.
///
/// Only the address is ever taken from a header: scheme and host are the configured ones (design section 12), so there
/// is nothing that a forged `X-Forwarded-Host` could change.
public final class TrustedProxies: Sendable {
    private static let header = HTTPField.Name("X-Forwarded-For")

    private let networks: [NetworkRange]
    private let isTold = Atomic(false)

    /// Makes the list.
    public init(_ networks: [NetworkRange] = []) {
        self.networks = networks
    }

    func trusts(_ address: NetworkAddress) -> Bool {
        networks.contains { $0.contains(address) }
    }

    /// Who really asks.
    ///
    /// Each proxy appends the address that it saw. So the list is read from its end, over the proxies that are trusted, to
    /// the first that is not: what stands before it anybody could have written.
    func client(of request: Request, peer: String?) -> NetworkAddress? {
        guard var client = peer.flatMap({ NetworkAddress($0) }) else { return nil }
        guard let name = Self.header else { return client }
        let hops = request.headers[values: name].joined(separator: ",").split(separator: ",")
        for hop in hops.reversed() {
            guard trusts(client), let before = Self.address(hop) else { return client }
            client = before
        }
        return client
    }

    /// Whether a request came through a proxy that nobody listed, asked once: its clients share one address here.
    func shouldTell(of request: Request, peer: String?) -> Bool {
        guard let name = Self.header, request.headers.contains(name),
            let address = peer.flatMap({ NetworkAddress($0) }), !trusts(address)
        else { return false }
        return !isTold.exchange(true, ordering: .relaxed)
    }

    // Some proxies write the port behind it: `203.0.113.7:4711`, `[2001:db8::1]:4711`.
    private static func address(_ text: Substring) -> NetworkAddress? {
        let text = text.filter { $0 != " " && $0 != "\t" }
        if text.hasPrefix("[") { return NetworkAddress(String(text.dropFirst().prefix { $0 != "]" })) }
        let isV4WithPort = text.contains(".") && text.count(where: { $0 == ":" }) == 1
        return NetworkAddress(isV4WithPort ? String(text.prefix { $0 != ":" }) : text)
    }
}
