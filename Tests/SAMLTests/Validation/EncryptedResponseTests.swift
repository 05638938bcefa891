import SAML
import TestSupport
import Testing
import XMLSecurity

@Suite("Encrypted assertions")
struct EncryptedResponseTests {
    private static let receiver = TestPKI.rsa3072

    // The assertion, signed or not, in an EncryptedAssertion; the response around it signed last, or not.
    private static func document(assertion signed: ResponseText.Signed, isResponseSigned: Bool) throws -> [UInt8] {
        var inner = ResponseText(at: ResponseCase.now)
        inner.signed = signed
        let text = String(decoding: try inner.document(), as: UTF8.self)
        let assertion = ResponseText.parts(text, from: "<saml:Assertion ", through: "</saml:Assertion>").1
        // As libxmlsec1 dumps it: without the declarations that stand around it.
        var writer = CanonicalWriter()
        try Encryptor.write(Array(assertion.utf8), to: receiver.publicKey, in: &writer)
        let data = String(decoding: try writer.finish(), as: UTF8.self)
        var outer = ResponseText(at: ResponseCase.now)
        outer.signed = isResponseSigned ? .response : .nothing
        outer.before = { response in
            let parts = ResponseText.parts(response, from: "<saml:Assertion ", through: "</saml:Assertion>")
            return parts.0 + "<saml:EncryptedAssertion>\(data)</saml:EncryptedAssertion>" + parts.2
        }
        return try outer.document()
    }

    @Test(
        "An assertion is read when it was signed inside, or the response over the ciphertext, or both",
        arguments: [
            (ResponseText.Signed.assertion, false, Response.Signing.assertion), (.nothing, true, .response),
            (.assertion, true, .both),
        ]
    )
    func read(assertion: ResponseText.Signed, isResponseSigned: Bool, signing: Response.Signing) throws {
        let document = try Self.document(assertion: assertion, isResponseSigned: isResponseSigned)
        let validated = try ResponseCase.validate(document).get()
        #expect(validated.signed == signing)
        #expect(validated.wasEncrypted)
        #expect(validated.assertion.id == "_assertion")
    }

    @Test("An assertion that anybody could have encrypted to us is refused (CVE-2026-2092)")
    func injected() throws {
        let document = try Self.document(assertion: .nothing, isResponseSigned: false)
        guard case .failure(let refusal) = ResponseCase.validate(document) else {
            Issue.record("accepted")
            return
        }
        #expect(refusal.code == .signatureMissing)
    }

    @Test("Without the key, and with the wrong one, it is refused without a word about what is inside")
    func keys() throws {
        let document = try Self.document(assertion: .assertion, isResponseSigned: false)
        for (keys, code) in [([], RefusalCode.encryptionUnsupported), ([TestPKI.rsa2048], .encryptionFailed)] {
            guard case .failure(let refusal) = ResponseCase.validate(document, decryptionKeys: keys) else {
                Issue.record("accepted")
                continue
            }
            #expect(refusal.code == code)
            #expect(refusal.found == nil)
        }
    }

    @Test("A plain assertion beside an encrypted one is one too many")
    func two() throws {
        let text = String(decoding: try Self.document(assertion: .assertion, isResponseSigned: false), as: UTF8.self)
        let forged = text.replacing("<saml:EncryptedAssertion>", with: "<saml:Assertion/><saml:EncryptedAssertion>")
        guard case .failure(let refusal) = ResponseCase.validate(Array(forged.utf8)) else {
            Issue.record("accepted")
            return
        }
        #expect(refusal.code == .structureAssertions)
    }
}
