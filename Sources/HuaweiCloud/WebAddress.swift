import SAML

/// An absolute http or https address, taken apart without leniency.
///
/// Whatever browsers and libraries are known to read differently (backslashes, user names, escapes in the host, missing
/// slashes) is a refusal, so that the host judged here is the host that the browser goes to.
struct WebAddress: Hashable, Sendable {
    /// Longer addresses do not survive browsers and proxies.
    static let longest = 2048

    let scheme: String
    /// In lower case; an IPv6 address keeps its brackets.
    let host: String
    let port: Int?
    /// Path, query and fragment as written.
    let rest: String

    /// Scheme, host and port, in lower case.
    var origin: String { scheme + "://" + host + (port.map { ":\($0)" } ?? "") }

    init(_ text: String) throws(Refusal) {
        guard text.utf8.count <= Self.longest else {
            throw Refusal(
                .serviceTooLong,
                expected: "at most \(Self.longest) octets",
                found: "\(text.utf8.count) octets"
            )
        }
        guard Self.keepsCharacters(text) else { throw Refusal(.serviceCharacters, expected: "RFC 3986", found: text) }
        let (scheme, authority, rest) = try Self.parts(text)
        guard !authority.contains("@") else {
            throw Refusal(.serviceUserInfo, expected: "an address without @ before the path", found: text)
        }
        let end = Self.endOfHost(authority)
        self.scheme = scheme
        host = authority[..<end].lowercased()
        guard Self.isHost(host) else { throw Refusal(.serviceHost, expected: "a plain host name", found: host) }
        port = try Self.port(authority[end...])
        self.rest = String(rest)
    }

    /// The address with scheme and host in lower case.
    var text: String { origin + rest }

    // RFC 3986 2: what may stand in an address at all; an escape has two hexadecimal digits.
    private static func keepsCharacters(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let unsafe = Set("\"<>\\^`{|}".utf8)
        guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !unsafe.contains($0) }) else { return false }
        return bytes.indices.allSatisfy { index in
            guard bytes[index] == UInt8(ascii: "%") else { return true }
            return index + 2 < bytes.count
                && bytes[(index + 1)...(index + 2)].allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
        }
    }

    private static func parts(
        _ text: String
    ) throws(Refusal) -> (scheme: String, authority: Substring, rest: Substring) {
        guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://"), colon > text.startIndex else {
            throw Refusal(.serviceNotAbsolute, expected: "https://", found: text)
        }
        let scheme = text[..<colon].lowercased()
        guard scheme == "https" || scheme == "http" else {
            throw Refusal(.serviceNotHTTPS, expected: "https", found: scheme)
        }
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
    // dot at the end; the only IPv6 address with a meaning here is this machine's.
    private static func isHost(_ host: String) -> Bool {
        if host == "[::1]" { return true }
        guard (1...253).contains(host.utf8.count) else { return false }
        return host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        }
    }

    private static func port(_ text: Substring) throws(Refusal) -> Int? {
        guard !text.isEmpty else { return nil }
        let digits = text.dropFirst()
        guard text.first == ":", digits.allSatisfy({ $0.isASCII && $0.isNumber }), let port = Int(digits),
            (1...65535).contains(port)
        else { throw Refusal(.servicePort, expected: "a port from 1 to 65535, or none", found: String(text)) }
        return port
    }
}
