import SAML

/// An address as a client connects to it; its path and query stay the octets that they were.
struct HTTPTarget: Hashable, Sendable {
    /// Longer request lines are cut by servers; what is sent on purpose is shorter.
    private static let longest = 64 * 1024

    let scheme: String
    let host: String
    let port: Int
    let target: String

    /// `nil` for anything but `http[s]://host[:port][/path][?query]`.
    init?(_ text: String) {
        // Only what is in front of the query says where to connect; a query may be longer than browsers take.
        let end = text.firstIndex { $0 == "?" || $0 == "#" } ?? text.endIndex
        guard text.utf8.count <= Self.longest, let address = try? WebAddress(String(text[..<end])) else { return nil }
        let query = text[end...].prefix { $0 != "#" }
        scheme = address.scheme
        host = address.host
        port = address.port ?? (address.scheme == "https" ? 443 : 80)
        target = (address.rest.hasPrefix("/") ? address.rest : "/" + address.rest) + query
    }

    /// The host as TLS names it; an IP address has no name there.
    var name: String? {
        let isAddress = host.hasPrefix("[") || host.allSatisfy { $0.isNumber || $0 == "." }
        return isAddress ? nil : host
    }

    var origin: String { "\(scheme)://\(host):\(port)" }
}
