/// What an `xs:ID` may be (xml-names 3, saml-core 1.3.4).
public enum NCName: Sendable {
    /// The longest taken; saml-core 1.3.4 needs 40 characters.
    public static let longest = 256

    /// NCName, in ASCII as every SAML product writes it, with any character above.
    public static func holds(_ value: String) -> Bool {
        guard let first = value.unicodeScalars.first, value.utf8.count <= longest else { return false }
        return begins(first) && value.unicodeScalars.allSatisfy(continues)
    }

    private static func begins(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "_": true
        case "\0"..."\u{7F}": false
        default: scalar.properties.isAlphabetic
        }
    }

    // The tables of Unicode cost more than the rest of reading an ID; almost none has use for them.
    private static func continues(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".": true
        case "\0"..."\u{7F}": false
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }
}
