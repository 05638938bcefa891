/// The names and URIs of XML Signature (xmldsig-core) that SAML uses.
enum DSig {
    static let namespace: StaticString = "http://www.w3.org/2000/09/xmldsig#"
    static let exclusiveC14N = "http://www.w3.org/2001/10/xml-exc-c14n#"
    static let enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature"

    static let signature = XMLName(namespace, "Signature")
    static let signedInfo = XMLName(namespace, "SignedInfo")
    static let canonicalizationMethod = XMLName(namespace, "CanonicalizationMethod")
    static let signatureMethod = XMLName(namespace, "SignatureMethod")
    static let reference = XMLName(namespace, "Reference")
    static let transforms = XMLName(namespace, "Transforms")
    static let transform = XMLName(namespace, "Transform")
    static let digestMethod = XMLName(namespace, "DigestMethod")
    static let digestValue = XMLName(namespace, "DigestValue")
    static let signatureValue = XMLName(namespace, "SignatureValue")
    static let keyInfo = XMLName(namespace, "KeyInfo")
    static let x509Data = XMLName(namespace, "X509Data")
    static let x509Certificate = XMLName(namespace, "X509Certificate")
    static let inclusiveNamespaces = XMLName("http://www.w3.org/2001/10/xml-exc-c14n#", "InclusiveNamespaces")
}
