import SAML
import XMLSecurity

extension AttackMaterial {
    /// A response whose assertion was encrypted to the SP: signed inside by a key, or by nobody.
    func sealedResponse(signedBy key: SigningKey?, subject: String = honestSubject) throws -> [UInt8] {
        let plain = try response { $0.subject = subject }.document(key ?? signer)
        var assertion = Surgery(plain)
        if key == nil { _ = try assertion.cut("ds:Signature") }
        let text = try assertion.element("saml:Assertion")
        var writer = CanonicalWriter()
        try Encryptor.write(Array(text.utf8), to: signer.certificate.publicKey, in: &writer)
        let data = String(decoding: try writer.finish(), as: UTF8.self)
        let sealed = "<saml:EncryptedAssertion xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\">"
        try assertion.replace(text, with: sealed + data + "</saml:EncryptedAssertion>")
        return assertion.octets
    }
}
