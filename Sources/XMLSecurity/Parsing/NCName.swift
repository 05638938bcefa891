/// What an `xs:ID` may be (xml-names 3, saml-core 1.3.4).
public enum NCName: Sendable {
    /// The longest taken; saml-core 1.3.4 needs 40 characters.
    public static let longest = 256

    /// NCName, in ASCII as every SAML product writes it, with any character above.
    public static func holds(_ value: String) -> Bool {
        guard let first = value.unicodeScalars.first, value.utf8.count <= longest else { return false }
        guard first.properties.isAlphabetic || first == "_" else { return false }
        return value.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.numericType != nil || "_-.".unicodeScalars.contains($0)
        }
    }
}
