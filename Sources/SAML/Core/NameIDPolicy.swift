import XMLSecurity

/// What a request asks of the name identifier (saml-core 3.4.1.1).
public struct NameIDPolicy: Hashable, Sendable, Codable {
    /// The format wanted; `nil` and unspecified leave the choice to us.
    public let format: String?
    /// The SP or affiliation whose namespace the identifier is to be in.
    public let spNameQualifier: String?
    /// Whether a new identifier may be made.
    public let allowCreate: Bool

    /// Makes a policy.
    public init(format: String?, spNameQualifier: String? = nil, allowCreate: Bool = false) {
        self.format = format
        self.spNameQualifier = spNameQualifier
        self.allowCreate = allowCreate
    }

    init(decoding element: XMLElement) throws(Refusal) {
        self.init(
            format: element.attribute("Format"),
            spNameQualifier: element.attribute("SPNameQualifier"),
            allowCreate: try element.boolean("AllowCreate") ?? false
        )
    }

    func write(to writer: inout CanonicalWriter) {
        var attributes = [XMLAttribute("AllowCreate", allowCreate ? "true" : "false")]
        if let format { attributes.append(XMLAttribute("Format", format)) }
        if let spNameQualifier { attributes.append(XMLAttribute("SPNameQualifier", spNameQualifier)) }
        writer.element(SAMLP.written(SAMLP.nameIDPolicy), attributes)
    }
}
