import XMLSecurity

/// The element names of the metadata namespace (saml-metadata 2).
enum MD {
    static let namespace: StaticString = "urn:oasis:names:tc:SAML:2.0:metadata"

    static let entitiesDescriptor = XMLName(namespace, "EntitiesDescriptor")
    static let entityDescriptor = XMLName(namespace, "EntityDescriptor")
    static let idpSSODescriptor = XMLName(namespace, "IDPSSODescriptor")
    static let spSSODescriptor = XMLName(namespace, "SPSSODescriptor")
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
    static let company = XMLName(namespace, "Company")
    static let givenName = XMLName(namespace, "GivenName")
    static let surName = XMLName(namespace, "SurName")
    static let emailAddress = XMLName(namespace, "EmailAddress")
    static let telephoneNumber = XMLName(namespace, "TelephoneNumber")

    static func written(_ name: XMLName) -> QName {
        QName("md", name)
    }
}
