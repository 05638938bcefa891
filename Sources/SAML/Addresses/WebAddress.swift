/// An absolute http or https address, taken apart without leniency.
///
/// Whatever browsers and libraries are known to read differently (backslashes, user names, escapes in the host, missing
/// slashes) is refused, so that the host judged here is the host that the browser goes to.
public struct WebAddress: Hashable, Sendable {
    /// Which rule an address breaks.
    public enum Fault: String, Error, CaseIterable, Sendable {
        /// Longer than ``WebAddress/longest`` octets.
        case tooLong
        /// A character that RFC 3986 does not allow, or half an escape.
        case characters
        /// No scheme and host.
        case notAbsolute
        /// Another scheme than http and https.
        case scheme
        /// A user name in front of the host.
        case userInfo
        /// Not a plain host name.
        case host
        /// Not a port.
        case port
    }

    /// Longer addresses do not survive browsers and proxies.
    public static let longest = 2048

    /// `http` or `https`.
    public let scheme: String
    /// The host in lower case; an IPv6 address keeps its brackets.
    public let host: String
    /// The port, when one is written.
    public let port: Int?
    /// Path, query and fragment as written.
    public let rest: String

    /// Scheme, host and port, in lower case.
    public var origin: String { scheme + "://" + host + (port.map { ":\($0)" } ?? "") }

    /// The address with scheme and host in lower case.
    public var text: String { origin + rest }

    /// Whether the host means this machine.
    public var isLoopback: Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Takes an address apart.
    /// - Parameter text: the address.
    /// - Throws: ``Fault`` with the first rule that it breaks.
    public init(_ text: String) throws(Fault) {
        guard text.utf8.count <= Self.longest else { throw .tooLong }
        guard Self.keepsCharacters(text) else { throw .characters }
        let (scheme, authority, rest) = try Self.parts(text)
        guard !authority.contains("@") else { throw .userInfo }
        let end = Self.endOfHost(authority)
        self.scheme = scheme
        host = authority[..<end].lowercased()
        guard Self.isHost(host) else { throw .host }
        port = try Self.port(authority[end...])
        self.rest = String(rest)
    }

    // RFC 3986 2: what may stand in an address at all; an escape has two hexadecimal digits.
    private static func keepsCharacters(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let delimiters = Set("\"<>\\^`{|}".utf8)
        guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !delimiters.contains($0) }) else { return false }
        return bytes.indices.allSatisfy { index in
            guard bytes[index] == UInt8(ascii: "%") else { return true }
            return index + 2 < bytes.count
                && bytes[(index + 1)...(index + 2)].allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
        }
    }

    private static func parts(
        _ text: String
    ) throws(Fault) -> (scheme: String, authority: Substring, rest: Substring) {
        guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://"), colon > text.startIndex else {
            throw .notAbsolute
        }
        let scheme = text[..<colon].lowercased()
        guard scheme == "https" || scheme == "http" else { throw .scheme }
        let behind = text[colon...].dropFirst(3)
        let authority = behind.prefix { !"/?#".contains($0) }
        return (scheme, authority, behind[authority.endIndex...])
    }

    private static func endOfHost(_ authority: Substring) -> Substring.Index {
        // The colons of an IPv6 address are not the port's.
        let behind =
            authority.hasPrefix("[") ? authority.firstIndex(of: "]") ?? authority.endIndex : authority.startIndex
        return authority[behind...].firstIndex(of: ":") ?? authority.endIndex
    }

    // RFC 1123 2.1: labels of letters, digits and inner hyphens. So no escape, no `_`, no `,`, no empty label and no
    // dot at the end. An IPv6 address stands in brackets (RFC 3986 3.2.2), without a zone.
    private static func isHost(_ host: String) -> Bool {
        if host.hasPrefix("["), host.hasSuffix("]") {
            return host.contains(":") && host.dropFirst().dropLast().allSatisfy { $0.isHexDigit || ":.".contains($0) }
        }
        guard (1...253).contains(host.utf8.count) else { return false }
        return host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        }
    }

    private static func port(_ text: Substring) throws(Fault) -> Int? {
        guard !text.isEmpty else { return nil }
        let digits = text.dropFirst()
        guard text.first == ":", digits.allSatisfy({ $0.isASCII && $0.isNumber }), let port = Int(digits),
            (1...65_535).contains(port)
        else { throw .port }
        return port
    }
}
