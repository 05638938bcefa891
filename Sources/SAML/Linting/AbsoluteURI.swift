/// Tells whether a text is an absolute URI (RFC 3986 3, saml-core 1.3.2).
public enum AbsoluteURI: Sendable {
    /// Whether it is a scheme, a colon and something behind, in the characters of RFC 3986.
    public static func holds(_ text: String) -> Bool {
        let forbidden = Set("\"<>\\^`{|}".utf8)
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !forbidden.contains($0) }),
            let colon = text.firstIndex(of: ":"), text.index(after: colon) < text.endIndex
        else { return false }
        let scheme = text[..<colon]
        guard let first = scheme.first, first.isLetter else { return false }
        return scheme.allSatisfy { $0.isLetter || $0.isNumber || "+-.".contains($0) }
    }
}
