import SAML

/// An http address as a client connects to it; its path and query stay the octets that they were.
struct HTTPTarget: Hashable, Sendable {
    let host: String
    let port: Int
    let target: String

    /// `nil` for anything but `http://host[:port][/path][?query]`.
    init?(_ text: String) {
        guard let address = try? WebAddress(text), address.scheme == "http" else { return nil }
        let path = address.rest.prefix { $0 != "#" }
        host = address.host
        port = address.port ?? 80
        target = path.hasPrefix("/") ? String(path) : "/" + path
    }

    var origin: String { "http://\(host):\(port)" }
}
