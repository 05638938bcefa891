import XMLSecurity

/// What is said of the subject under one name (saml-core 2.7.3.1).
public struct Attribute: Hashable, Sendable, Codable {
    /// The format of names that are URIs or follow the receiver's own rules.
    public static let uriFormat = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri"
    /// The format of plain names.
    public static let basicFormat = "urn:oasis:names:tc:SAML:2.0:attrname-format:basic"

    /// The name, compared together with the format.
    public let name: String
    /// How the name is to be read.
    public let nameFormat: String?
    /// The name for people.
    public let friendlyName: String?
    /// The values in order.
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
            values: element.children(SAMLA.attributeValue).map(\.text)
        )
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
