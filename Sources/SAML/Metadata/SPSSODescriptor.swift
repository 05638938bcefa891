public import XMLSecurity

/// An SP's role (saml-metadata 2.4.4).
public struct SPSSODescriptor: Hashable, Sendable {
    /// Keys, logout, name identifiers.
    public let role: RoleDescriptor
    /// Whether its requests are always signed.
    public let authnRequestsSigned: Bool
    /// Whether it wants assertions signed.
    public let wantAssertionsSigned: Bool
    /// Where responses may go.
    public let assertionConsumerServices: [Endpoint]

    /// Makes a role.
    public init(
        role: RoleDescriptor,
        authnRequestsSigned: Bool,
        wantAssertionsSigned: Bool,
        assertionConsumerServices: [Endpoint]
    ) {
        self.role = role
        self.authnRequestsSigned = authnRequestsSigned
        self.wantAssertionsSigned = wantAssertionsSigned
        self.assertionConsumerServices = assertionConsumerServices
    }

    init(decoding element: XMLElement, _ policy: ValidationPolicy) throws(Refusal) {
        role = try RoleDescriptor(decoding: element, policy)
        authnRequestsSigned = try element.boolean("AuthnRequestsSigned") ?? false
        wantAssertionsSigned = try element.boolean("WantAssertionsSigned") ?? false
        let services = try element.decodeChildren(MD.assertionConsumerService) { element throws(Refusal) in
            try Endpoint(decoding: element, indexed: true)
        }
        assertionConsumerServices = services
        if let (code, expected) = Self.fault(of: services) { throw Refusal(code, at: element, expected: expected) }
    }

    /// The certificates that may have signed its messages.
    public var signingCertificates: [Certificate] { role.certificates(for: .signing) }

    /// The keys of those certificates, made ready; make them once for each import.
    public var signingKeys: [VerificationKey] { signingCertificates.map { VerificationKey($0) } }

    /// The first key that assertions can be encrypted to; RSA, as RSA-OAEP needs it.
    public var encryptionKey: PublicKey? {
        role.certificates(for: .encryption).map(\.publicKey).first { key in
            if case .rsa = key.algorithm { true } else { false }
        }
    }

    /// The rules of reading, for what is about to be written.
    func requireWritable() throws(Refusal) {
        try role.requireWritable()
        for service in assertionConsumerServices { try service.requireWritable(indexed: true) }
        if let (code, expected) = Self.fault(of: assertionConsumerServices) { throw Refusal(code, expected: expected) }
    }

    private static func fault(of services: [Endpoint]) -> (RefusalCode, expected: String)? {
        guard services.contains(where: { $0.binding == Binding.httpPOST.rawValue }) else {
            return (.metadataACS, "AssertionConsumerService with \(Binding.httpPOST.rawValue)")
        }
        guard Set(services.map(\.index)).count == services.count else {
            return (.metadataDuplicateIndex, "each index of AssertionConsumerService once")
        }
        return nil
    }

    func write(to writer: inout CanonicalWriter) {
        let attributes = [
            XMLAttribute("protocolSupportEnumeration", SAMLP.uri),
            XMLAttribute("AuthnRequestsSigned", authnRequestsSigned ? "true" : "false"),
            XMLAttribute("WantAssertionsSigned", wantAssertionsSigned ? "true" : "false"),
        ]
        writer.element(MD.written(MD.spSSODescriptor), attributes) { writer in
            role.write(to: &writer)
            for service in assertionConsumerServices { service.write(MD.assertionConsumerService, to: &writer) }
        }
    }
}
