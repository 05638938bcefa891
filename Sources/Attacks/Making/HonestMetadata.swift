public import SAML
import XMLSecurity

extension AttackMaterial {
    private var descriptor: SPSSODescriptor {
        SPSSODescriptor(
            // Without `use`: a key for both, which some importers read as a key for neither (CVE-2026-16443).
            role: RoleDescriptor(keyDescriptors: [KeyDescriptor(use: nil, certificate: signer.certificate)]),
            authnRequestsSigned: true,
            wantAssertionsSigned: true,
            assertionConsumerServices: [
                Endpoint(binding: .httpPOST, location: assertionConsumerService, index: 0, isDefault: true)
            ]
        )
    }

    private func entity(validFor seconds: Int64) -> EntityDescriptor {
        EntityDescriptor(
            entityID: serviceProvider,
            validUntil: instant.adding(seconds: seconds),
            spSSODescriptor: descriptor
        )
    }

    /// The SP's metadata, signed by the honest key.
    func signedMetadata(validFor seconds: Int64 = 86_400) throws -> [UInt8] {
        try entity(validFor: seconds).document(signedBy: signer, id: "_metadata")
    }

    func unsignedMetadata() throws -> [UInt8] {
        try entity(validFor: 86_400).document()
    }

    func metadata(signedBy key: SigningKey) throws -> [UInt8] {
        try entity(validFor: 86_400).document(signedBy: key, id: "_metadata")
    }

    /// The SP's role as an identity provider reads it from that metadata.
    /// - Returns: the role.
    /// - Throws: ``Refusal`` when the metadata is not taken.
    public func serviceProviderRole() throws -> SPSSODescriptor {
        let document = try MetadataDocument(signedMetadata(), signedBy: signer.certificate, at: instant)
        guard let role = document.entities.first?.spSSODescriptor else {
            throw AttackNotApplicable(reason: "the metadata has no role")
        }
        return role
    }
}

extension AttackMaterial {
    /// Signs metadata as the honest partner would, after it was edited; the text is canonical behind its declaration.
    func signMetadata(_ text: String) throws -> [UInt8] {
        var surgery = Surgery(text)
        let tag = try surgery.startTag("md:EntityDescriptor")
        // Canonical order: ID in front of entityID.
        try surgery.replace(" entityID=", with: " ID=\"_metadata\" entityID=")
        let entity = try surgery.element("md:EntityDescriptor")
        let draft = SignatureDraft([.init("#_metadata", over: entity)])
        guard !tag.isEmpty, let end = entity.firstIndex(of: ">") else { throw AttackNotApplicable(reason: "no tag") }
        let signed = try String(entity[...end]) + draft.signed(by: signer) + entity[entity.index(after: end)...]
        try surgery.replace(entity, with: signed)
        return surgery.octets
    }
}
