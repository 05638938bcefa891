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
        let host = host(rest)
        guard !host.isEmpty else { return "an address with a host" }
        // The host also goes into Content-Security-Policy headers, where `;` and `'` have a meaning.
        guard host.hasPrefix("[") || host.utf8.allSatisfy(isOfName) else {
            return "a host of letters, digits, dots and hyphens"
        }
        let port = authority.dropFirst(host.count)
        guard port.isEmpty || (port.first == ":" && UInt16(port.dropFirst()) != nil) else {
            return "a port from 0 to 65535"
        }
        return nil
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
    }

    private static func host(_ rest: Substring) -> String {
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") { return String(authority[...end]) }
        return String(authority.prefix { $0 != ":" })
    }
}
