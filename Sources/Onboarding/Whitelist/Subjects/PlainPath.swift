import SAML

/// A web address as origin and path in their one form, so that two that mean the same place are the same text.
///
/// What servers are known to read differently (encoded slashes and dots, empty segments, escapes of escapes) is refused.
struct PlainPath: Hashable, Sendable {
    let origin: String
    let path: String
    /// Whether a query or fragment follows.
    let hasMore: Bool

    init?(_ text: String) {
        guard let address = try? WebAddress(text) else { return nil }
        let isUsualPort = address.port == (address.scheme == "https" ? 443 : 80)
        origin = isUsualPort ? address.scheme + "://" + address.host : address.origin
        let written = address.rest.prefix { $0 != "?" && $0 != "#" }
        hasMore = written.endIndex < address.rest.endIndex
        guard let path = Self.normal(written.isEmpty ? "/" : written) else { return nil }
        self.path = path
    }

    // RFC 3986 6.2.2: an escape of a character that needs none is that character, the others are in upper case.
    private static func normal(_ path: Substring) -> String? {
        var normal = ""
        var rest = path.utf8
        while let octet = rest.popFirst() {
            guard octet == UInt8(ascii: "%") else {
                normal.unicodeScalars.append(Unicode.Scalar(octet))
                continue
            }
            let digits = String(rest.prefix(2)) ?? ""
            guard let value = UInt8(digits, radix: 16), !dangerous.contains(value) else { return nil }
            rest = rest.dropFirst(2)
            let scalar = Unicode.Scalar(value)
            let isPlain = value < 0x80 && (Character(scalar).isLetter || Character(scalar).isNumber || value == 0x2D)
            if isPlain || value == UInt8(ascii: "_") || value == UInt8(ascii: "~") {
                normal.unicodeScalars.append(scalar)
            } else {
                normal += "%" + digits.uppercased()
            }
        }
        let segments = normal.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        let isPlain = segments.dropLast().allSatisfy { !$0.isEmpty } && !segments.contains { $0 == "." || $0 == ".." }
        return isPlain ? normal : nil
    }

    // Dot, slash, backslash, percent, semicolon and controls, when they hide behind an escape.
    private static let dangerous = Set("./\\%;".utf8).union(0..<0x20).union([0x7F])
}
