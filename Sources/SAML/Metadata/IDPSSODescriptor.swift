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

    init(decoding element: XMLElement, _ policy: ValidationPolicy) throws(Refusal) {
        role = try RoleDescriptor(decoding: element, policy)
        wantAuthnRequestsSigned = try element.boolean("WantAuthnRequestsSigned") ?? false
        errorURL = element.attribute("errorURL")
        singleSignOnServices = try element.decodeChildren(MD.singleSignOnService) { element throws(Refusal) in
            try Endpoint(decoding: element)
        }
        guard !singleSignOnServices.isEmpty else {
            throw Refusal(.metadataSingleSignOn, at: element, expected: "the element SingleSignOnService")
        }
    }

    /// The certificates that may have signed its messages.
    public var signingCertificates: [Certificate] { role.certificates(for: .signing) }

    /// The rules of reading, for what is about to be written.
    func requireWritable() throws(Refusal) {
        try role.requireWritable()
        for service in singleSignOnServices { try service.requireWritable() }
        guard !singleSignOnServices.isEmpty else {
            throw Refusal(.metadataSingleSignOn, expected: "the element SingleSignOnService")
        }
    }

    func write(to writer: inout CanonicalWriter) {
        var attributes = [
            XMLAttribute("protocolSupportEnumeration", SAMLP.uri),
            XMLAttribute("WantAuthnRequestsSigned", wantAuthnRequestsSigned ? "true" : "false"),
        ]
        if let errorURL { attributes.append(XMLAttribute("errorURL", errorURL)) }
        writer.element(MD.written(MD.idpSSODescriptor), attributes) { writer in
            role.write(to: &writer)
            for service in singleSignOnServices { service.write(MD.singleSignOnService, to: &writer) }
        }
    }
}
