import XMLSecurity

/// The element names of the metadata namespace (saml-metadata 2).
enum MD {
    static let namespace: StaticString = "urn:oasis:names:tc:SAML:2.0:metadata"

    static let entitiesDescriptor = XMLName(namespace, "EntitiesDescriptor")
    static let entityDescriptor = XMLName(namespace, "EntityDescriptor")
    static let idpSSODescriptor = XMLName(namespace, "IDPSSODescriptor")
    static let spSSODescriptor = XMLName(namespace, "SPSSODescriptor")

    /// What makes an entity one (saml-metadata 2.3.2); this program acts with the first two only.
    static let roles = [
        spSSODescriptor, idpSSODescriptor,
        XMLName(namespace, "RoleDescriptor"), XMLName(namespace, "AuthnAuthorityDescriptor"),
        XMLName(namespace, "AttributeAuthorityDescriptor"), XMLName(namespace, "PDPDescriptor"),
        XMLName(namespace, "AffiliationDescriptor"),
    ]

    static let keyDescriptor = XMLName(namespace, "KeyDescriptor")
    static let artifactResolutionService = XMLName(namespace, "ArtifactResolutionService")
    static let singleLogoutService = XMLName(namespace, "SingleLogoutService")
    static let manageNameIDService = XMLName(namespace, "ManageNameIDService")
    static let nameIDFormat = XMLName(namespace, "NameIDFormat")
    static let singleSignOnService = XMLName(namespace, "SingleSignOnService")
    static let assertionConsumerService = XMLName(namespace, "AssertionConsumerService")
    static let organization = XMLName(namespace, "Organization")
    static let organizationName = XMLName(namespace, "OrganizationName")
    static let organizationDisplayName = XMLName(namespace, "OrganizationDisplayName")
    static let organizationURL = XMLName(namespace, "OrganizationURL")
    static let contactPerson = XMLName(namespace, "ContactPerson")
    static let givenName = XMLName(namespace, "GivenName")
    static let emailAddress = XMLName(namespace, "EmailAddress")

    static func written(_ name: XMLName) -> QName {
        QName("md", name)
    }
}
