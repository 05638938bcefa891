import XMLSecurity

/// Who runs an entity (saml-metadata 2.3.2.1).
public struct Organization: Hashable, Sendable {
    /// The legal name.
    public let name: String
    /// The name for people.
    public let displayName: String
    /// The home page.
    public let url: String
    /// The language of the three, as `xml:lang` writes it.
    public let language: String

    /// Makes an organization.
    public init(name: String, displayName: String, url: String, language: String) {
        self.name = name
        self.displayName = displayName
        self.url = url
        self.language = language
    }

    private static let xmlNamespace: StaticString = "http://www.w3.org/XML/1998/namespace"
    private static let lang = XMLName(xmlNamespace, "lang")

    init(decoding element: XMLElement) throws(Refusal) {
        let name = try element.required(child: MD.organizationName)
        self.name = name.trimmedText
        displayName = try element.required(child: MD.organizationDisplayName).trimmedText
        url = try element.required(child: MD.organizationURL).trimmedText
        language = name.attribute(Self.lang) ?? ""
    }

    func write(to writer: inout CanonicalWriter) {
        let attributes = [XMLAttribute(QName("xml", Self.lang), language)]
        writer.element(MD.written(MD.organization)) { writer in
            writer.element(MD.written(MD.organizationName), attributes, text: name)
            writer.element(MD.written(MD.organizationDisplayName), attributes, text: displayName)
            writer.element(MD.written(MD.organizationURL), attributes, text: url)
        }
    }
}
