import TestSupport
import Testing
import XMLSecurity

/// What the canonical writer signs, held against libxmlsec1 in this process and the xmlsec1 command outside it.
@Suite("Our own signatures")
struct OwnSignatureTests {
    static let message = QName(prefix: "t", local: "Message", namespace: "urn:test")
    static let response = QName(prefix: "r", local: "Response", namespace: "urn:response")
    static let issuer = QName(prefix: "t", local: "Issuer", namespace: "urn:test")
    static let value = QName(prefix: "v", local: "Value", namespace: "urn:value")
    static let names = ["urn:test:Message", "urn:response:Response"]

    private static func key(_ privateKey: PrivateKey = TestPKI.rsa2048) throws -> SigningKey {
        try SigningKey(privateKey: privateKey, certificate: TestPKI.certificate(for: privateKey))
    }

    private func isCanonical(_ document: [UInt8]) throws {
        let form = try CanonicalForm.exclusive(XMLDocument(parsing: document, limits: .message).root)
        #expect(String(decoding: form, as: UTF8.self) == String(decoding: document, as: UTF8.self))
    }

    @Test(
        "libxmlsec1, the xmlsec1 command and libxml2 agree with what we sign",
        arguments: [TestPKI.rsa2048, TestPKI.rsa3072, TestPKI.rsa4096],
        ["", "honest", "客户 <&>\"'\r\n\t😀\u{85}\u{2028}", "]]>"]
    )
    func agreement(privateKey: PrivateKey, content: String) throws {
        let key = try Self.key(privateKey)
        var writer = CanonicalWriter()
        try writer.signedElement(
            Self.message,
            [XMLAttribute("Version", "2.0"), XMLAttribute("A", content), XMLAttribute(Self.value, "1")],
            id: "_1",
            key: key,
            head: { $0.element(Self.issuer, text: "idp") },
            rest: { $0.element(Self.value, [XMLAttribute("B", content)], text: content) }
        )
        let document = try writer.finish()
        try isCanonical(document)
        try XMLSec1.verify(document, certificate: key.certificate.pem, element: Self.names[0])
        let root = try XMLDocument(parsing: document, limits: .message).root
        let signed = try SignatureVerifier.verify(root, keys: [VerificationKey(privateKey.publicKey)], policy: .strict)
        let read = try signed.document(limits: .message).root
        #expect(read.children.map(\.localName) == ["Issuer", "Value"])
        #expect(Array(read.children[1].text.utf8) == Array(content.utf8))
        #expect(read.attribute("A").map { Array($0.utf8) } == Array(content.utf8))
        #expect(signed.signatureAlgorithm == .rsaSHA256)
        #expect(signed.digestAlgorithm == .sha256)
    }

    @Test("a signed element without children in front, as metadata has it")
    func metadata() throws {
        let key = try Self.key()
        var writer = CanonicalWriter()
        try writer.signedElement(Self.message, [], id: "_1", key: key) { _ in }
        let document = try writer.finish()
        try isCanonical(document)
        try XMLSec1.verify(document, certificate: key.certificate.pem, element: Self.names[0])
        #expect(try failure(document, keys: [VerificationKey(key.certificate.publicKey)]) == nil)
    }

    @Test("a signed element stands inside an unsigned one, and taken out it still verifies")
    func insideUnsigned() throws {
        let key = try Self.key()
        let keys = [VerificationKey(key.certificate.publicKey)]
        var writer = CanonicalWriter()
        try writer.element(Self.response, [XMLAttribute("ID", "_outer")]) { writer in
            writer.element(Self.issuer, text: "idp")
            try writer.signedElement(Self.message, [], id: "_inner", key: key) {
                $0.element(Self.value, text: "honest")
            }
            writer.element(Self.value, text: "behind")
        }
        let document = try writer.finish()
        try isCanonical(document)
        try XMLSec1.verify(document, certificate: key.certificate.pem, element: Self.names[0])
        let root = try XMLDocument(parsing: document, limits: .message).root
        let signed = try SignatureVerifier.verify(root.children[1], keys: keys, policy: .strict)
        #expect(
            String(decoding: signed.bytes, as: UTF8.self) == """
                <t:Message xmlns:t="urn:test" ID="_inner"><v:Value xmlns:v="urn:value">honest</v:Value></t:Message>
                """
        )
        let alone = try CanonicalForm.exclusive(root.children[1])
        #expect(try failure(alone, keys: keys) == nil)
        #expect(try failure(document, keys: keys)?.code == .missing)
    }

    @Test("a signed element stands inside a signed one; both verify, in either order")
    func insideSigned() throws {
        let inner = try Self.key(TestPKI.rsa2048Other)
        let outer = try Self.key()
        var writer = CanonicalWriter()
        try writer.signedElement(
            Self.response,
            [XMLAttribute("Destination", "https://sp/?a=1&b=2")],
            id: "_outer",
            key: outer,
            head: { $0.element(Self.issuer, text: "idp") },
            rest: { writer in
                try writer.signedElement(
                    Self.message,
                    [],
                    id: "_inner",
                    key: inner,
                    head: { $0.element(Self.issuer, text: "idp") },
                    rest: { $0.element(Self.value, text: "honest") }
                )
            }
        )
        let document = try writer.finish()
        try isCanonical(document)
        let places = [("/*/*[2]", outer), ("/*/*[3]/*[2]", inner)]
        for (xpath, key) in places {
            try XMLSec1.verify(
                document,
                certificate: key.certificate.pem,
                element: Self.names[0],
                Self.names[1],
                xpath: xpath
            )
        }
        let innerKeys = [VerificationKey(inner.certificate.publicKey)]
        let outerKeys = [VerificationKey(outer.certificate.publicKey)]
        for order in [[0, 1], [1, 0], [1, 1, 0, 0]] {
            let root = try XMLDocument(parsing: document, limits: .message).root
            for step in order {
                let signed = try SignatureVerifier.verify(
                    step == 0 ? root : root.children[2],
                    keys: step == 0 ? outerKeys : innerKeys,
                    policy: .strict
                )
                #expect(signed.id == (step == 0 ? "_outer" : "_inner"))
            }
        }
        let read = try SignatureVerifier.verify(
            XMLDocument(parsing: document, limits: .message).root,
            keys: outerKeys,
            policy: .strict
        ).document(limits: .message)
        #expect(try SignatureVerifier.verify(read.root.children[1], keys: innerKeys, policy: .strict).id == "_inner")
    }

    @Test("signed random trees verify", arguments: 0..<4)
    func randomTrees(batch: UInt64) throws {
        let key = try Self.key()
        let keys = [VerificationKey(key.certificate.publicKey)]
        for seed in (batch * 25)..<(batch * 25 + 25) {
            var writer = CanonicalWriter()
            try writer.signedElement(Self.message, [], id: "_1", key: key) { writer in
                // An element of a tree may be called ID-like names: those documents are refused for that reason only.
                var tree = RandomTree(seed: seed, hasIDs: false)
                tree.write(to: &writer)
            }
            let document = try writer.finish()
            try isCanonical(document)
            #expect(try failure(document, keys: keys) == nil, "seed \(seed)")
        }
    }

    @Test("a value that XML cannot carry is refused when the document is finished")
    func forbidden() throws {
        var writer = CanonicalWriter()
        try writer.signedElement(Self.message, [], id: "_1", key: Self.key()) { $0.text("\u{0}") }
        #expect(throws: XMLError.self) { try writer.finish() }
    }

    @Test("our key signs only under its own certificate, and never with SHA-1 or another kind of key's method")
    func signingKey() throws {
        let certificate = try TestPKI.certificate(for: TestPKI.rsa2048)
        let mismatch = #expect(throws: KeyError.self) {
            try SigningKey(privateKey: TestPKI.rsa2048Other, certificate: certificate)
        }
        #expect(mismatch?.code == .mismatch)
        for method in [SignatureAlgorithm.rsaSHA1, .ecdsaSHA256] {
            let unsupported = #expect(throws: KeyError.self) {
                try SigningKey(privateKey: TestPKI.rsa2048, certificate: certificate, algorithm: method)
            }
            #expect(unsupported?.code == .unsupportedKey)
        }
        #expect(try Self.key().id == certificate.fingerprint)
    }

    @Test("xmlsec1 and we verify every method that we sign with", arguments: SignaturePolicy.strict.signatures)
    func methods(method: SignatureAlgorithm) throws {
        let key = method.fits(TestPKI.rsa2048.algorithm) ? TestPKI.rsa2048 : TestPKI.ecP256
        let certificate = try TestPKI.certificate(for: key)
        var writer = CanonicalWriter()
        try writer.signedElement(
            Self.message,
            [],
            id: "_1",
            key: SigningKey(privateKey: key, certificate: certificate, algorithm: method)
        ) { $0.text("honest") }
        let document = try writer.finish()
        try XMLSec1.verify(document, certificate: certificate.pem, element: SignatureTemplate.element)
        let root = try XMLDocument(parsing: document, limits: .message).root
        let signed = try SignatureVerifier.verify(root, keys: [VerificationKey(certificate)], policy: .strict)
        #expect(signed.signatureAlgorithm == method)
        #expect(signed.digestAlgorithm == method.digest)
    }

    @Test("the self-test passes with every size of key, and a pair of two keys does not reach it")
    func selfTest() throws {
        for privateKey in [TestPKI.rsa2048, TestPKI.rsa3072, TestPKI.rsa4096] {
            try SelfTest.run(with: Self.key(privateKey))
        }
    }
}
