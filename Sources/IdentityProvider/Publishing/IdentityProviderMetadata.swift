public import SAML
public import XMLSecurity

/// Our own metadata, made of the settings and the published certificates: the same input gives the same octets.
public enum IdentityProviderMetadata: Sendable {
    /// The entity as it is published.
    /// - Parameters:
    ///   - settings: who we are.
    ///   - certificates: the signing certificates, the active one first: importers such as HUAWEI CLOUD's use the first.
    ///   - organization: who runs us.
    ///   - contactPersons: whom to ask.
    /// - Returns: the entity.
    public static func entity(
        _ settings: Settings,
        certificates: [Certificate],
        organization: Organization? = nil,
        contactPersons: [ContactPerson] = []
    ) -> EntityDescriptor {
        EntityDescriptor(
            entityID: settings.entityID,
            idpSSODescriptor: IDPSSODescriptor(
                role: RoleDescriptor(
                    keyDescriptors: certificates.map { KeyDescriptor(use: .signing, certificate: $0) },
                    singleLogoutServices: [
                        Endpoint(binding: .httpRedirect, location: settings.singleLogoutURL),
                        Endpoint(binding: .httpPOST, location: settings.singleLogoutURL),
                    ],
                    nameIDFormats: [NameIDFormat.transient]
                ),
                wantAuthnRequestsSigned: true,
                // Redirect first: HUAWEI CLOUD takes the first (huawei-cloud.md 2.2, rule 9).
                singleSignOnServices: [
                    Endpoint(binding: .httpRedirect, location: settings.singleSignOnURL),
                    Endpoint(binding: .httpPOST, location: settings.singleSignOnURL),
                ]
            ),
            organization: organization,
            contactPersons: contactPersons
        )
    }
}
