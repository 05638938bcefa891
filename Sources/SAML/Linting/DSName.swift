import XMLSecurity

/// The element names of XML signatures that metadata carries (xmldsig-core 4.4).
enum DSName {
    static let namespace: StaticString = "http://www.w3.org/2000/09/xmldsig#"

    static let signature = XMLName(namespace, "Signature")
    static let keyInfo = XMLName(namespace, "KeyInfo")
    static let x509Data = XMLName(namespace, "X509Data")
    static let x509Certificate = XMLName(namespace, "X509Certificate")
}
