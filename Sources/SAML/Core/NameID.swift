import XMLSecurity

/// A name identifier (saml-core 2.2.3).
public struct NameID: Hashable, Sendable, Codable {
    /// The identifier itself.
    public let value: String
    /// Its format, `nil` for unspecified.
    public let format: String?
    /// The domain that qualifies it, usually the identity provider.
    public let nameQualifier: String?
    /// The SP that it is qualified for.
    public let spNameQualifier: String?

    /// Makes an identifier.
    public init(value: String, format: String?, nameQualifier: String? = nil, spNameQualifier: String? = nil) {
        self.value = value
        self.format = format
        self.nameQualifier = nameQualifier
        self.spNameQualifier = spNameQualifier
    }

    /// Whether a logout names the same principal (saml-core 3.3.4): the qualifiers may be left out, and no format is the
    /// unspecified one.
    public func matches(_ other: NameID) -> Bool {
        let unspecified = NameIDFormat.unspecified
        guard value == other.value, format ?? unspecified == other.format ?? unspecified else { return false }
        return (other.nameQualifier == nil || other.nameQualifier == nameQualifier)
            && (other.spNameQualifier == nil || other.spNameQualifier == spNameQualifier)
    }

    init(decoding element: XMLElement) {
        self.init(
            value: element.text,
            format: element.attribute("Format"),
            nameQualifier: element.attribute("NameQualifier"),
            spNameQualifier: element.attribute("SPNameQualifier")
        )
    }

    func write(to writer: inout CanonicalWriter) {
        var attributes: [XMLAttribute] = []
        if let format { attributes.append(XMLAttribute("Format", format)) }
        if let nameQualifier { attributes.append(XMLAttribute("NameQualifier", nameQualifier)) }
        if let spNameQualifier { attributes.append(XMLAttribute("SPNameQualifier", spNameQualifier)) }
        writer.element(SAMLA.written(SAMLA.nameID), attributes, text: value)
    }
}
