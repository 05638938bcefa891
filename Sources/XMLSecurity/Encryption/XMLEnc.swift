/// The names and URIs of XML Encryption (xmlenc-core) that SAML uses.
enum XMLEnc {
    static let namespace: StaticString = "http://www.w3.org/2001/04/xmlenc#"
    /// The `Type` of an encrypted element (saml-core 2.3.4).
    static let element = "http://www.w3.org/2001/04/xmlenc#Element"

    static let encryptedData = XMLName(namespace, "EncryptedData")
    static let encryptedKey = XMLName(namespace, "EncryptedKey")
    static let encryptionMethod = XMLName(namespace, "EncryptionMethod")
    static let cipherData = XMLName(namespace, "CipherData")
    static let cipherValue = XMLName(namespace, "CipherValue")
    static let retrievalMethod = XMLName("http://www.w3.org/2000/09/xmldsig#", "RetrievalMethod")
}
