import XMLSecurity

/// What is said of the subject under one name (saml-core 2.7.3.1).
public struct Attribute: Hashable, Sendable, Codable {
    /// The format of names that are URIs or follow the receiver's own rules.
    public static let uriFormat = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri"
    /// The format of plain names.
    public static let basicFormat = "urn:oasis:names:tc:SAML:2.0:attrname-format:basic"

    /// What is meant when nothing is said (saml-core 8.2.1).
    public static let unspecifiedFormat = "urn:oasis:names:tc:SAML:2.0:attrname-format:unspecified"

    /// The name, compared together with the format.
    public let name: String
    /// How the name is to be read.
    public let nameFormat: String?
    /// The name for people.
    public let friendlyName: String?
    /// The values in order; a null value (`xsi:nil`) is none.
    public let values: [String]

    /// Makes an attribute.
    public init(name: String, nameFormat: String? = nil, friendlyName: String? = nil, values: [String]) {
        self.name = name
        self.nameFormat = nameFormat
        self.friendlyName = friendlyName
        self.values = values
    }

    init(decoding element: XMLElement) throws(Refusal) {
        self.init(
            name: try element.required("Name"),
            nameFormat: element.attribute("NameFormat"),
            friendlyName: element.attribute("FriendlyName"),
            values: try element.decodeChildren(SAMLA.attributeValue, Self.value(of:)).compactMap(\.self)
        )
    }

    private static let isNil = XMLName("http://www.w3.org/2001/XMLSchema-instance", "nil")

    // saml-core 2.7.3.1.1: null is an empty element with xsi:nil. A value of elements, such as a NameID, is its text.
    private static func value(of element: XMLElement) throws(Refusal) -> String? {
        let text = element.wholeText
        switch element.attribute(isNil) {
        case "true", "1":
            guard text.isEmpty, element.children.isEmpty else { throw Refusal(.attributeNil, at: element) }
            return nil
        default: return text
        }
    }

    func write(to writer: inout CanonicalWriter) {
        var attributes = [XMLAttribute("Name", name)]
        if let nameFormat { attributes.append(XMLAttribute("NameFormat", nameFormat)) }
        if let friendlyName { attributes.append(XMLAttribute("FriendlyName", friendlyName)) }
        writer.element(SAMLA.written(SAMLA.attribute), attributes) { writer in
            for value in values { writer.element(SAMLA.written(SAMLA.attributeValue), text: value) }
        }
    }
}
