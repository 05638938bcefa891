/// An http address taken apart; its path and query stay the octets that they were.
struct WebAddress: Hashable, Sendable {
    let host: String
    let port: Int
    let target: String

    /// `nil` for anything but `http://host[:port][/path][?query]`.
    init?(_ text: String) {
        guard text.hasPrefix("http://") else { return nil }
        let rest = text.dropFirst(7).prefix { $0 != "#" }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
        guard let host = parts.first, !host.isEmpty, parts.count <= 2 else { return nil }
        guard let port = parts.count == 2 ? Int(parts[1]) : 80 else { return nil }
        let path = rest.dropFirst(authority.count)
        self.host = String(host)
        self.port = port
        target = path.hasPrefix("/") ? String(path) : "/" + path
    }

    var origin: String { "http://\(host):\(port)" }
}
