/// What an encrypted element claims, judged before any cryptography: one `EncryptedData`, its key beside or inside it,
/// listed algorithms, nothing fetched from elsewhere (saml-core 2.2.4, 6.1).
struct EncryptedShape {
    let data: XMLElement
    let key: XMLElement
    let content: ContentEncryption
    let transport: KeyTransport

    // The element is `EncryptedAssertion` or its like, with `EncryptedData` and perhaps `EncryptedKey` as children.
    init(of element: XMLElement, policy: EncryptionPolicy) throws(DecryptionFailure) {
        let data = try Self.only(element.children(XMLEnc.encryptedData), in: element, "1 xenc:EncryptedData")
        let inside = data.child(DSig.keyInfo)
        // A RetrievalMethod may only point to the EncryptedKey beside it, and that one is taken anyway.
        let keys = (inside?.children(XMLEnc.encryptedKey) ?? []) + element.children(XMLEnc.encryptedKey)
        key = try Self.only(keys, in: element, "1 xenc:EncryptedKey")
        self.data = data
        if let type = data.attribute("Type"), type != XMLEnc.element {
            throw DecryptionFailure(.structure, at: data, expected: XMLEnc.element, found: type)
        }
        content = try Self.algorithm(of: data, policy.contents)
        transport = try Self.algorithm(of: key, policy.transports)
        try Self.requireValue(data)
        try Self.requireValue(key)
        try Self.requireSHA1(key)
    }

    private static func only(
        _ elements: [XMLElement],
        in parent: XMLElement,
        _ expected: String
    ) throws(DecryptionFailure) -> XMLElement {
        guard let element = elements.first, elements.count == 1 else {
            throw DecryptionFailure(.structure, at: parent, expected: expected, found: "\(elements.count)")
        }
        return element
    }

    private static func algorithm<Algorithm: RawRepresentable<String>>(
        of element: XMLElement,
        _ allowed: [Algorithm]
    ) throws(DecryptionFailure) -> Algorithm {
        let methods = element.children(XMLEnc.encryptionMethod)
        let found = methods.first?.attribute("Algorithm") ?? ""
        guard methods.count == 1, let algorithm = Algorithm(rawValue: found),
            allowed.contains(where: { $0.rawValue == found })
        else {
            let expected = allowed.map(\.rawValue).joined(separator: " or ")
            throw DecryptionFailure(.algorithm, at: methods.first ?? element, expected: expected, found: found)
        }
        return algorithm
    }

    // No CipherReference: the text is in the message or nowhere.
    private static func requireValue(_ element: XMLElement) throws(DecryptionFailure) {
        let data = element.children(XMLEnc.cipherData)
        guard data.count == 1, data[0].children.count == 1, data[0].children[0].is(XMLEnc.cipherValue) else {
            throw DecryptionFailure(.structure, at: element, expected: "1 xenc:CipherData with xenc:CipherValue")
        }
    }

    // libxmlsec1 1.2 has OAEP with SHA-1 alone; another digest named is another algorithm.
    private static func requireSHA1(_ key: XMLElement) throws(DecryptionFailure) {
        guard let digest = key.child(XMLEnc.encryptionMethod)?.child(DSig.digestMethod) else { return }
        let found = digest.attribute("Algorithm") ?? ""
        guard found == DigestAlgorithm.sha1.rawValue else {
            throw DecryptionFailure(.algorithm, at: digest, expected: DigestAlgorithm.sha1.rawValue, found: found)
        }
    }
}
