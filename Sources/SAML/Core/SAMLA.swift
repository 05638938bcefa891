import XMLSecurity

/// The element names of the assertion namespace (saml-core 2).
enum SAMLA {
    static let namespace: StaticString = "urn:oasis:names:tc:SAML:2.0:assertion"

    static let issuer = XMLName(namespace, "Issuer")
    static let assertion = XMLName(namespace, "Assertion")
    static let encryptedAssertion = XMLName(namespace, "EncryptedAssertion")
    static let subject = XMLName(namespace, "Subject")
    static let nameID = XMLName(namespace, "NameID")
    static let baseID = XMLName(namespace, "BaseID")
    static let encryptedID = XMLName(namespace, "EncryptedID")
    static let subjectConfirmation = XMLName(namespace, "SubjectConfirmation")
    static let subjectConfirmationData = XMLName(namespace, "SubjectConfirmationData")
    static let conditions = XMLName(namespace, "Conditions")
    static let audienceRestriction = XMLName(namespace, "AudienceRestriction")
    static let audience = XMLName(namespace, "Audience")
    static let oneTimeUse = XMLName(namespace, "OneTimeUse")
    static let proxyRestriction = XMLName(namespace, "ProxyRestriction")
    static let authnStatement = XMLName(namespace, "AuthnStatement")
    static let authnContext = XMLName(namespace, "AuthnContext")
    static let authnContextClassRef = XMLName(namespace, "AuthnContextClassRef")
    static let authnContextDeclRef = XMLName(namespace, "AuthnContextDeclRef")
    static let attributeStatement = XMLName(namespace, "AttributeStatement")
    static let attribute = XMLName(namespace, "Attribute")
    static let attributeValue = XMLName(namespace, "AttributeValue")

    static func written(_ name: XMLName) -> QName {
        QName("saml", name)
    }
}
