import SAML
import TestSupport
import Testing
import XMLSecurity

@Suite("What would be lost by writing metadata again")
struct RewritingLossTests {
    private static func lost(_ text: String) throws -> [String] {
        let bytes = Array(text.utf8)
        let entity = try #require(MetadataDocument(bytes, at: MetadataSample.now).entities.first)
        return try RewritingLoss(in: bytes, rewrittenAs: entity).paths
    }

    @Test("Nothing of what we wrote ourselves, signed or not")
    func nothing() throws {
        let sp = try FakeServiceProvider()
        #expect(try Self.lost(String(decoding: try sp.metadata.document(), as: UTF8.self)).isEmpty)
        let signed = try sp.metadata.document(signedBy: sp.key, id: "_signed")
        #expect(try Self.lost(String(decoding: signed, as: UTF8.self)).isEmpty)
        let spelled = String(decoding: signed, as: UTF8.self).replacing("isDefault=\"true\"", with: "isDefault=\"1\"")
        #expect(try Self.lost(spelled).isEmpty)
    }

    @Test(
        "What the type does not hold is named",
        arguments: [
            ("<md:SPSSODescriptor", "<md:SPSSODescriptor cacheDuration=\"P1D\"", "@cacheDuration"),
            ("<md:SPSSODescriptor", "<md:SPSSODescriptor ID=\"_role\"", "@ID"),
            ("<md:KeyDescriptor", "<md:Extensions/><md:KeyDescriptor", "md:Extensions"),
            ("SAML:2.0:protocol\"", "SAML:2.0:protocol urn:oasis:names:tc:SAML:1.1:protocol\"", "@protocolSupport"),
            ("</md:KeyDescriptor>", "<md:EncryptionMethod Algorithm=\"a\"/></md:KeyDescriptor>", "EncryptionMethod"),
            ("</md:SPSSODescriptor>", "<md:AttributeConsumingService index=\"0\"/></md:SPSSODescriptor>", "Consuming"),
        ]
    )
    func something(old: String, new: String, path: String) throws {
        let document = String(decoding: try FakeServiceProvider().metadata.document(), as: UTF8.self)
        let lost = try Self.lost(document.replacing(old, with: new, maxReplacements: 1))
        #expect(lost.contains { $0.contains(path) }, "\(lost)")
    }
}
