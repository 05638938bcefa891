import CXMLSecurity

/// Reads encrypted elements with our own keys.
public enum Decryptor: Sendable {
    /// Decrypts an element and parses what was in it.
    ///
    /// That it decrypts proves nothing: anybody can encrypt to a public key. What is read from it must be signed.
    /// - Parameters:
    ///   - element: `EncryptedAssertion` or its like.
    ///   - keys: our private keys; each is tried.
    ///   - policy: the algorithms taken.
    ///   - limits: how much XML is taken.
    /// - Returns: what was in it, and how it was encrypted.
    /// - Throws: ``DecryptionFailure``.
    public static func decrypt(
        _ element: XMLElement,
        keys: [PrivateKey],
        policy: EncryptionPolicy,
        limits: ParserLimits
    ) throws(DecryptionFailure) -> DecryptedElement {
        let shape = try EncryptedShape(of: element, policy: policy)
        let candidates = keys.filter { if case .rsa = $0.algorithm { true } else { false } }
        guard !candidates.isEmpty else {
            throw DecryptionFailure(.noKey, at: shape.key, expected: "a private RSA key")
        }
        for key in candidates {
            guard let text = plainText(shape, key) else { continue }
            let bytes = start(of: element) + text + Array("</\(wrapper)>".utf8)
            guard let document = try? XMLDocument(parsing: bytes, limits: limits), document.root.children.count == 1
            else { continue }
            return DecryptedElement(
                element: document.root.children[0],
                content: shape.content,
                transport: shape.transport
            )
        }
        throw DecryptionFailure(.undecipherable, at: element)
    }

    private static func plainText(_ shape: EncryptedShape, _ key: PrivateKey) -> [UInt8]? {
        guard let transportKey = unsafe xmlSecKeyCreate() else { preconditionFailure("libxmlsec1 is out of memory") }
        unsafe EVP_PKEY_up_ref(key.key.pointer)
        guard let data = unsafe xmlSecOpenSSLEvpKeyAdopt(key.key.pointer),
            unsafe xmlSecKeySetValue(transportKey, data) == 0
        else { preconditionFailure("libxmlsec1 takes every RSA key that OpenSSL has read") }
        let unwrapping = unsafe EncryptionContext(
            owning: transportKey,
            transform: shape.transport.transform,
            decryptsKey: true
        )
        guard let secret = unwrapping.decrypt(shape.key), secret.count == shape.content.keyLength,
            let contentKey = unsafe xmlSecKeyReadMemory(
                xmlSecOpenSSLKeyDataAesGetKlass(),
                secret,
                UInt32(secret.count)
            )
        else { return nil }
        let reading = unsafe EncryptionContext(
            owning: contentKey,
            transform: shape.content.transform,
            decryptsKey: false
        )
        return reading.decrypt(shape.data)
    }

    private static let wrapper = "decrypted"

    // The text was cut out of a document and may use prefixes that were declared around it.
    private static func start(of element: XMLElement) -> [UInt8] {
        var declarations = ""
        for (prefix, uri) in element.namespacesInForce.sorted(by: { $0.key < $1.key }) {
            let name = prefix.isEmpty ? "xmlns" : "xmlns:" + prefix
            declarations += " \(name)=\"\(CanonicalWriter.escaped(attribute: uri))\""
        }
        return Array("<\(wrapper)\(declarations)>".utf8)
    }
}
