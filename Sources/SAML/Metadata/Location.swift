/// The addresses that metadata may name: https, or http on this machine for joint debugging.
public enum Location: Sendable {
    /// Why an address is not taken, `nil` when it is.
    ///
    /// An endpoint's Location becomes a form's action: `javascript:` and friends must not get that far (attacks.md C.2 47).
    public static func fault(of location: String) -> String? {
        guard location.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }) else {
            return "an address in ASCII without spaces and control characters"
        }
        guard location.utf8.count <= longest else { return "an address of at most \(longest) octets" }
        if location.hasPrefix("https://") { return hostFault(location.dropFirst(8)) }
        if location.hasPrefix("http://") {
            let rest = location.dropFirst(7)
            return hostFault(rest) ?? (isLoopback(host(rest)) ? nil : "https (http only on this machine)")
        }
        return "an address that begins with https://"
    }

    /// Whether a host name or address means this machine.
    public static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// The host of an address that begins with `http://` or `https://`, without port; empty for any other.
    public static func host(of location: String) -> String {
        for scheme in ["https://", "http://"] where location.hasPrefix(scheme) {
            return host(location.dropFirst(scheme.count))
        }
        return ""
    }

    /// Longer addresses do not survive browsers and proxies.
    private static let longest = 2048

    private static func hostFault(_ rest: Substring) -> String? {
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !authority.contains("@") else { return "an address without user name" }
        return host(rest).isEmpty ? "an address with a host" : nil
    }

    private static func host(_ rest: Substring) -> String {
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") { return String(authority[...end]) }
        return String(authority.prefix { $0 != ":" })
    }
}
