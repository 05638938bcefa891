import XMLSecurity

/// Whom to ask (saml-metadata 2.3.2.2).
public struct ContactPerson: Hashable, Sendable {
    /// What a person is asked about.
    public enum ContactType: String, CaseIterable, Sendable {
        case technical
        case support
        case administrative
        case billing
        case other
    }

    /// What about.
    public let type: ContactType
    /// The name.
    public let givenName: String?
    /// The address, without `mailto:`.
    public let emailAddress: String?

    /// Makes a contact.
    public init(type: ContactType, givenName: String?, emailAddress: String?) {
        self.type = type
        self.givenName = givenName
        self.emailAddress = emailAddress
    }

    init(decoding element: XMLElement) throws(Refusal) {
        let found = try element.required("contactType")
        guard let type = ContactType(rawValue: found) else {
            throw Refusal(.schemaValue, at: element, expected: "a contactType of the schema", found: found)
        }
        self.type = type
        givenName = element.child(MD.givenName)?.trimmedText
        emailAddress = element.child(MD.emailAddress).map { element in
            let text = element.trimmedText
            return text.hasPrefix("mailto:") ? String(text.dropFirst(7)) : text
        }
    }

    func write(to writer: inout CanonicalWriter) {
        writer.element(MD.written(MD.contactPerson), [XMLAttribute("contactType", type.rawValue)]) { writer in
            if let givenName { writer.element(MD.written(MD.givenName), text: givenName) }
            if let emailAddress { writer.element(MD.written(MD.emailAddress), text: "mailto:" + emailAddress) }
        }
    }
}
