public import XMLSecurity

/// An identity provider's role (saml-metadata 2.4.3).
public struct IDPSSODescriptor: Hashable, Sendable {
    /// Keys, logout, name identifiers.
    public let role: RoleDescriptor
    /// Whether it wants requests signed.
    public let wantAuthnRequestsSigned: Bool
    /// Where requests go.
    public let singleSignOnServices: [Endpoint]
    /// Where people are sent for help.
    public let errorURL: String?

    /// Makes a role.
    public init(
        role: RoleDescriptor,
        wantAuthnRequestsSigned: Bool,
        singleSignOnServices: [Endpoint],
        errorURL: String? = nil
    ) {
        self.role = role
        self.wantAuthnRequestsSigned = wantAuthnRequestsSigned
        self.singleSignOnServices = singleSignOnServices
        self.errorURL = errorURL
    }

    init(decoding element: XMLElement) throws(Refusal) {
        role = try RoleDescriptor(decoding: element)
        wantAuthnRequestsSigned = try element.boolean("WantAuthnRequestsSigned") ?? false
        errorURL = element.attribute("errorURL")
        singleSignOnServices = try element.decodeChildren(MD.singleSignOnService) { element throws(Refusal) in
            try Endpoint(decoding: element)
        }
        guard !singleSignOnServices.isEmpty else {
            throw Refusal(.schemaElement, at: element, expected: "SingleSignOnService")
        }
    }

    /// The certificates that may have signed its messages.
    public var signingCertificates: [Certificate] { role.certificates(for: .signing) }

    // saml-schema-metadata-2.0: KeyDescriptor, SingleLogoutService, NameIDFormat, SingleSignOnService, in this order;
    // importers refuse any other.
    func write(to writer: inout CanonicalWriter) {
        var attributes = [
            XMLAttribute("protocolSupportEnumeration", SAMLP.uri),
            XMLAttribute("WantAuthnRequestsSigned", wantAuthnRequestsSigned ? "true" : "false"),
        ]
        if let errorURL { attributes.append(XMLAttribute("errorURL", errorURL)) }
        writer.element(MD.written(MD.idpSSODescriptor), attributes) { writer in
            for key in role.keyDescriptors { key.write(to: &writer) }
            for service in role.singleLogoutServices { service.write(MD.singleLogoutService, to: &writer) }
            for format in role.nameIDFormats { writer.element(MD.written(MD.nameIDFormat), text: format) }
            for service in singleSignOnServices { service.write(MD.singleSignOnService, to: &writer) }
        }
    }
}
