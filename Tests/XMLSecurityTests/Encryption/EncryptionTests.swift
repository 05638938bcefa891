import TestSupport
import Testing
import XMLSecurity

@Suite("Encryption")
struct EncryptionTests {
    private static let plain = "<t:Secret xmlns:t=\"urn:test\"><t:Value>张伟 &amp; &lt;b&gt;</t:Value></t:Secret>"

    private static func encrypted(to key: PublicKey = TestPKI.rsa2048.publicKey) throws -> String {
        var writer = CanonicalWriter()
        try Encryptor.write(Array(plain.utf8), to: key, in: &writer)
        return "<t:Holder xmlns:t=\"urn:test\">\(String(decoding: try writer.finish(), as: UTF8.self))</t:Holder>"
    }

    private static func decrypt(
        _ document: String,
        keys: [PrivateKey] = [TestPKI.rsa2048],
        policy: EncryptionPolicy = .strict
    ) throws -> Result<DecryptedElement, DecryptionFailure> {
        let root = try XMLDocument(parsing: Array(document.utf8), limits: .message).root
        do throws(DecryptionFailure) {
            return .success(try Decryptor.decrypt(root, keys: keys, policy: policy, limits: .message))
        } catch {
            return .failure(error)
        }
    }

    @Test("What we encrypt we read again, with any of our keys, and so does xmlsec1")
    func roundTrip() throws {
        let document = try Self.encrypted()
        let read = try Self.decrypt(document, keys: [TestPKI.ecP256, TestPKI.rsa2048Other, TestPKI.rsa2048]).get()
        #expect(read.element.children[0].text == "张伟 & <b>")
        #expect(read.content == .aes256GCM)
        let pair = SigningPair.rsa
        let byPeer = try XMLSec1.decrypt(Array(Self.encrypted(to: pair.verification.publicKey).utf8), key: pair.pem)
        let root = try XMLDocument(parsing: byPeer, limits: .message).root
        #expect(root.children[0].children[0].text == "张伟 & <b>")
    }

    @Test("A wrong key, a damaged text and a damaged key fail alike")
    func uniform() throws {
        let document = try Self.encrypted()
        var failures = [try Self.decrypt(document, keys: [TestPKI.rsa2048Other])]
        let open = "<xenc:CipherValue>"
        let parts = document.split(separator: open)
        for damaged in 1..<parts.count {
            var copy = parts.map(String.init)
            let first = copy[damaged].removeFirst()
            copy[damaged] = (first == "A" ? "B" : "A") + copy[damaged]
            failures.append(try Self.decrypt(copy.joined(separator: open)))
        }
        for failure in failures {
            guard case .failure(let failure) = failure else {
                Issue.record("decrypted")
                continue
            }
            #expect(failure.code == .undecipherable)
            #expect(failure.found == nil)
        }
    }

    @Test("What an attacker puts behind the text does not get in")
    func injected() throws {
        for evil in ["<a/><b/>", "</decrypted><decrypted><a/>", "text", ""] {
            var writer = CanonicalWriter()
            try Encryptor.write(Array(evil.utf8), to: TestPKI.rsa2048.publicKey, in: &writer)
            let document = "<h>" + String(decoding: try writer.finish(), as: UTF8.self) + "</h>"
            guard case .failure(let failure) = try Self.decrypt(document) else {
                Issue.record("\(evil) was read")
                continue
            }
            #expect(failure.code == .undecipherable)
        }
    }

    @Test(
        "CBC and PKCS#1 v1.5 are refused before a key is touched, and read under interop",
        arguments: [
            (ContentEncryption.aes256CBC, KeyTransport.rsaOAEP, "aes-256"),
            (.aes128CBC, .rsaPKCS1, "aes-128"), (.aes128GCM, .rsaPKCS1, "aes-128"),
        ]
    )
    func weak(content: ContentEncryption, transport: KeyTransport, session: String) throws {
        let pair = SigningPair.rsa
        let document = try Self.byPeer(content, transport, session, pair)
        let key = try PrivateKey(pem: pair.pem, passphrase: nil)
        guard case .failure(let failure) = try Self.decrypt(document, keys: [key]) else {
            Issue.record("read under strict")
            return
        }
        #expect(failure.code == .algorithm)
        let read = try Self.decrypt(document, keys: [key], policy: .interop).get()
        #expect(read.element.children[0].text == "honest")
        #expect(read.transport == transport)
    }

    @Test(
        "xmlsec1's AES-GCM with OAEP is read under strict",
        arguments: [(ContentEncryption.aes128GCM, "aes-128"), (.aes192GCM, "aes-192"), (.aes256GCM, "aes-256")]
    )
    func strong(content: ContentEncryption, session: String) throws {
        let pair = SigningPair.rsa
        let key = try PrivateKey(pem: pair.pem, passphrase: nil)
        let read = try Self.decrypt(Self.byPeer(content, .rsaOAEP, session, pair), keys: [key]).get()
        #expect(read.element.children[0].text == "honest")
        #expect(read.content == content)
    }

    @Test("A text that is fetched from elsewhere, a second key and a foreign type are refused")
    func shape() throws {
        let document = try Self.encrypted()
        let broken = [
            document.replacing("xmlenc#Element", with: "xmlenc#Content"),
            document.replacing(
                "<xenc:CipherValue>",
                with: "<xenc:CipherReference URI=\"http://127.0.0.1:1/\"/><xenc:CipherValue>"
            ),
            document.replacing(
                "</t:Holder>",
                with: "<xenc:EncryptedKey xmlns:xenc=\"http://www.w3.org/2001/04/xmlenc#\"/></t:Holder>"
            ),
            "<t:Holder xmlns:t=\"urn:test\"/>",
        ]
        for document in broken {
            guard case .failure(let failure) = try Self.decrypt(document) else {
                Issue.record("read")
                continue
            }
            #expect(failure.code == .structure)
        }
    }

    private static func byPeer(
        _ content: ContentEncryption,
        _ transport: KeyTransport,
        _ session: String,
        _ pair: SigningPair
    ) throws -> String {
        let template = """
            <xenc:EncryptedData xmlns:xenc="http://www.w3.org/2001/04/xmlenc#" \
            Type="http://www.w3.org/2001/04/xmlenc#Element">\
            <xenc:EncryptionMethod Algorithm="\(content.rawValue)"/>\
            <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><xenc:EncryptedKey>\
            <xenc:EncryptionMethod Algorithm="\(transport.rawValue)"/>\
            <xenc:CipherData><xenc:CipherValue/></xenc:CipherData></xenc:EncryptedKey></ds:KeyInfo>\
            <xenc:CipherData><xenc:CipherValue/></xenc:CipherData></xenc:EncryptedData>
            """
        let data = "<t:Holder xmlns:t=\"urn:test\"><t:Secret><t:Value>honest</t:Value></t:Secret></t:Holder>"
        let document = try XMLSec1.encrypt(
            Array(data.utf8),
            template: template,
            session: session,
            certificate: TestPKI.certificate(for: PrivateKey(pem: pair.pem, passphrase: nil)).pem,
            element: "Secret"
        )
        return String(decoding: document, as: UTF8.self)
    }
}
