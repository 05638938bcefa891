import Attacks
import SAML
import Testing
import XMLSecurity

@Suite("The attacks by encryption and by logout are live")
struct LiveSealedTests {
    /// What the tests below prove.
    static let all = [
        "sealed-unsigned", "sealed-own-key", "sealed-honest", "sealed-text-damaged", "sealed-key-damaged", "sealed-cbc",
        "sealed-pkcs1", "sealed-elsewhere", "logout-unsigned", "logout-own-key", "logout-other-issuer",
        "logout-other-address", "logout-over", "logout-changed", "logout-replayed",
    ]

    private static let signer = Stand.material.signer
    private static let attacker = Stand.material.attacker

    private func payload(_ id: String) throws -> [UInt8] {
        try #require(Attack.all.first { $0.id == id }).mutate(Stand.material).octets
    }

    private func holder(_ id: String) throws -> XMLElement {
        let root = try XMLDocument(parsing: payload(id), limits: .message).root
        return try #require(root.children.first { $0.localName == "EncryptedAssertion" })
    }

    private func decrypted(_ id: String, _ policy: EncryptionPolicy = .strict) throws(DecryptionFailure) -> XMLElement?
    {
        guard let holder = try? holder(id) else { return nil }
        let keys = [Self.signer.privateKey]
        return try Decryptor.decrypt(holder, keys: keys, policy: policy, limits: .message).element
    }

    private func subject(_ assertion: XMLElement) -> String? {
        assertion.children.first { $0.localName == "Subject" }?.children.first { $0.localName == "NameID" }?.text
    }

    @Test("A reader that trusts what it could decrypt reads the attacker's subject")
    func unsigned() throws {
        let assertion = try #require(try decrypted("sealed-unsigned"))
        #expect(!assertion.children.contains { $0.localName == "Signature" })
        #expect(subject(assertion) == AttackMaterial.forgedSubject)
    }

    @Test("An honest assertion comes out of its encryption, and a text to be fetched names where from")
    func others() throws {
        let assertion = try #require(try decrypted("sealed-honest"))
        #expect(subject(assertion) == AttackMaterial.honestSubject)
        let text = String(decoding: try payload("sealed-elsewhere"), as: UTF8.self)
        #expect(text.contains("<xenc:CipherData><xenc:CipherReference URI=\"http://127.0.0.1:1/\">"))
    }

    @Test("A reader that trusts any key verifies the attacker's signature inside")
    func ownKey() throws {
        let assertion = try #require(try decrypted("sealed-own-key"))
        let keys = [VerificationKey(Self.attacker.certificate)]
        _ = try SignatureVerifier.verify(assertion, keys: keys, policy: .strict)
        #expect(subject(assertion) == AttackMaterial.forgedSubject)
    }

    @Test(
        "A reader without the list of algorithms asks its key about the text",
        arguments: ["sealed-cbc", "sealed-pkcs1"]
    )
    func weakAlgorithms(id: String) throws {
        let strict = #expect(throws: DecryptionFailure.self) { try decrypted(id) }
        let lax = #expect(throws: DecryptionFailure.self) { try decrypted(id, .interop) }
        #expect(strict?.code == .algorithm)
        #expect(lax?.code == .undecipherable)
    }

    @Test("A damaged text and a damaged key come as far as the key, and fail without a difference")
    func damaged() throws {
        var failures: [DecryptionFailure] = []
        for id in ["sealed-text-damaged", "sealed-key-damaged"] {
            let failure = #expect(throws: DecryptionFailure.self) { try decrypted(id) }
            failures.append(try #require(failure))
        }
        #expect(failures[0] == failures[1])
        #expect(failures[0].code == .undecipherable)
    }

    @Test("A reader that asks for no signature, or for anybody's, ends the session")
    func logout() throws {
        func message(_ id: String) throws -> UnverifiedMessage<LogoutRequest> {
            try UnverifiedMessage(InboundMessage.redirect(query: payload(id)).decode(.request))
        }
        let unsigned = try message("logout-unsigned").verify(keys: [], required: false).message
        #expect(unsigned.nameID.value == AttackMaterial.honestSubject)
        let keys = [VerificationKey(Self.attacker.certificate)]
        let foreign = try message("logout-own-key").verify(keys: keys, required: true).message
        #expect(foreign.nameID.value == AttackMaterial.forgedSubject)
        let honest = [VerificationKey(Self.signer.certificate)]
        for id in ["logout-other-issuer", "logout-other-address", "logout-over", "logout-replayed"] {
            _ = try message(id).verify(keys: honest, required: true)
        }
        #expect(throws: Refusal.self) { try message("logout-changed").verify(keys: honest, required: true) }
    }
}
