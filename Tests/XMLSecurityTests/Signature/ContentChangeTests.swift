import TestSupport
import Testing
import XMLSecurity

@Suite("A digest that does not fit is explained")
struct ContentChangeTests {
    private static func signed() throws -> String {
        let key = try SigningKey(
            privateKey: TestPKI.rsa2048,
            certificate: TestPKI.certificate(for: TestPKI.rsa2048)
        )
        var writer = CanonicalWriter()
        let name = QName(prefix: "t", local: "Message", namespace: "urn:test")
        let part = QName(prefix: "t", local: "Part", namespace: "urn:test")
        try writer.signedElement(name, [], id: "_1", key: key) { writer in
            writer.element(part, [XMLAttribute("a", "one two")], text: "text\nof two lines")
        }
        return String(decoding: try writer.finish(), as: UTF8.self)
    }

    private static func failure(_ document: String) throws -> SignatureFailure? {
        let keys = [VerificationKey(TestPKI.rsa2048.publicKey)]
        return try XMLSecurityTests.failure(Array(document.utf8), keys: keys)
    }

    @Test(
        "What was done to the document after signing is named",
        arguments: [
            ("</ds:Signature><t:Part", "</ds:Signature>\n    <t:Part", ContentChange.prettyPrinted),
            ("text\nof", "text&#13;\nof", .lineEnds),
            ("one two", "one&#10;two", .attributeWhiteSpace),
            (">text\nof two lines<", ">\n  text\nof two lines\n<", .paddedText),
        ]
    )
    func named(was: String, is now: String, change: ContentChange) throws {
        let failure = try Self.failure(Self.signed().replacing(was, with: now))
        #expect(failure?.code == .digestMismatch)
        #expect(failure?.change == change)
    }

    @Test("A change of content is not explained away, and both digests are shown")
    func unexplained() throws {
        let failure = try Self.failure(Self.signed().replacing("two lines", with: "too lines"))
        #expect(failure?.code == .digestMismatch)
        #expect(failure?.change == nil)
        #expect(failure?.expected?.hasPrefix("SHA256 ") == true)
        #expect(failure?.found?.hasSuffix("canonical octets") == true)
    }

    @Test("A signature by another certificate names that one and those that metadata has")
    func otherCertificate() throws {
        let document = Array(try Self.signed().utf8)
        let other = try TestPKI.certificate(for: TestPKI.rsa2048Other)
        let failure = try XMLSecurityTests.failure(document, keys: [VerificationKey(other)])
        #expect(failure?.code == .valueMismatch)
        #expect(failure?.expected?.contains(other.fingerprint) == true)
        let own = try TestPKI.certificate(for: TestPKI.rsa2048)
        #expect(failure?.found?.contains(own.fingerprint) == true)
    }
}
