import TestSupport
import Testing
import XMLSecurity

/// Messages that the xmlsec1 command signed, as other toolkits write them.
@Suite("Signatures of others")
struct ForeignSignatureTests {
    private func signedText(_ document: [UInt8], keys: [VerificationKey]) throws -> (SignedElement, String) {
        let root = try XMLDocument(parsing: document, limits: .message).root
        let signed = try SignatureVerifier.verify(root, keys: keys, policy: .strict)
        return (signed, String(decoding: signed.bytes, as: UTF8.self))
    }

    static let signers: [(SigningPair, SignatureAlgorithm, DigestAlgorithm)] = [
        (.rsa, .rsaSHA256, .sha256), (.rsa, .rsaSHA384, .sha384), (.rsa, .rsaSHA512, .sha512),
        (.rsa, .rsaSHA256, .sha512), (.p256, .ecdsaSHA256, .sha256), (.p384, .ecdsaSHA384, .sha384),
        (.p384, .ecdsaSHA256, .sha256),
    ]

    @Test("every algorithm of the policy verifies", arguments: signers)
    func algorithms(pair: SigningPair, method: SignatureAlgorithm, digest: DigestAlgorithm) throws {
        let template = SignatureTemplate().with {
            $0.method = method.rawValue
            $0.references[0].digest = digest.rawValue
        }
        let (signed, text) = try signedText(try template.signed(pair), keys: [pair.verification])
        #expect(
            text == """
                <t:Message xmlns:t="urn:test" ID="_1"><t:Issuer>sp</t:Issuer><t:Body>honest</t:Body></t:Message>
                """
        )
        #expect(signed.id == "_1")
        #expect(signed.signatureAlgorithm == method)
        #expect(signed.digestAlgorithm == digest)
        #expect(signed.key === pair.verification)
        #expect(try signed.document(limits: .message).root.children.map(\.text) == ["sp", "honest"])
    }

    static let prefixList =
        "<ec:InclusiveNamespaces xmlns:ec=\"http://www.w3.org/2001/10/xml-exc-c14n#\" PrefixList=\"#default xs xsi\"/>"
    static let inclusiveTransforms =
        "<ds:Transforms><ds:Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"/>"
        + "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\">\(prefixList)</ds:Transform></ds:Transforms>"

    static let ways: [(String, SignatureTemplate)] = [
        (
            "line breaks of Windows",
            SignatureTemplate().with { $0.content = "\r\n\t<t:Body>\r\nx&#13;\r\n</t:Body>\r\n" }
        ),
        (
            "comments",
            SignatureTemplate().with { $0.content = "<!-- a --><t:Body>hon<!-- evil -->est</t:Body><!-- b -->" }
        ),
        ("CDATA", SignatureTemplate().with { $0.content = "<t:Body><![CDATA[<honest>]]>&amp;</t:Body>" }),
        (
            "a default namespace",
            SignatureTemplate().with {
                $0.open = "<Message xmlns=\"urn:test\" ID=\"_1\"><Issuer>sp</Issuer>"
                $0.content = "<Body>honest<x xmlns=\"\"/></Body>"
                $0.close = "</Message>"
            }
        ),
        ("no Issuer", SignatureTemplate().with { $0.open = "<t:Message xmlns:t=\"urn:test\" ID=\"_1\">" }),
        (
            "a PrefixList",
            SignatureTemplate().with {
                $0.open = """
                    <t:Message xmlns:t="urn:test" xmlns="urn:d" xmlns:xs="urn:xs" xmlns:xsi="urn:xsi" ID="_1">
                    """
                $0.content = "<t:Body xsi:type=\"xs:string\">honest</t:Body>"
                $0.references[0].transforms = Self.inclusiveTransforms
                $0.canonicalization =
                    "<ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\">"
                    + "\(Self.prefixList)</ds:CanonicalizationMethod>"
            }
        ),
        (
            "exclusive C14N with comments",
            SignatureTemplate().with {
                $0.canonicalization =
                    "<ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#WithComments\"/>"
                $0.references[0].transforms = $0.references[0].transforms.replacing(
                    "c14n#\"",
                    with: "c14n#WithComments\""
                )
                $0.content = "<t:Body>honest<!-- x --></t:Body>"
            }
        ),
        ("a name beyond ASCII", SignatureTemplate().with { $0.content = "<t:名称 属性=\"客户\">😀\u{85}</t:名称>" }),
        ("a certificate's name", SignatureTemplate().with { $0.keyInfo = "<ds:KeyName>x</ds:KeyName>" }),
        (
            "white space in the signature",
            SignatureTemplate().with { $0.canonicalization = "\n  \($0.canonicalization)\r\n\t" }
        ),
    ]

    @Test("every legal way of writing verifies, and what was signed is read whole", arguments: ways)
    func shapes(name: String, template: SignatureTemplate) throws {
        let document = try template.signed()
        let (_, text) = try signedText(document, keys: [SigningPair.rsa.verification])
        // The canonical form of the same document without its signature must be what libxmlsec1 hashed.
        let bare = Array((template.open + template.content + template.close).utf8)
        let prefixes = name == "a PrefixList" ? ["#default", "xs", "xsi"] : []
        let form = try CanonicalForm.exclusive(
            XMLDocument(parsing: bare, limits: .message).root,
            inclusivePrefixes: prefixes
        )
        #expect(text == String(decoding: form, as: UTF8.self))
        let changed = Array(String(decoding: document, as: UTF8.self).replacing("</t:Body>", with: "!</t:Body>").utf8)
        if changed != document { #expect(try failure(changed)?.code == .digestMismatch) }
    }

    @Test("of two published keys the second verifies (rollover), and the order does not matter")
    func rollover() throws {
        let document = try SignatureTemplate().signed()
        let other = VerificationKey(TestPKI.rsa2048Other.publicKey)
        let (first, _) = try signedText(document, keys: [other, SigningPair.rsa.verification])
        #expect(first.key === SigningPair.rsa.verification)
        let (second, _) = try signedText(
            document,
            keys: [SigningPair.p256.verification, SigningPair.rsa.verification, other]
        )
        #expect(second.key === SigningPair.rsa.verification)
    }

    @Test("a SHA-1 digest passes the one policy that names it, a SHA-1 signature none")
    func sha1() throws {
        let digest = try SignatureTemplate().with { $0.references[0].digest = DigestAlgorithm.sha1.rawValue }.signed()
        #expect(try failure(digest)?.code == .digestMethod)
        #expect(try failure(digest, policy: .metadataSHA1Digest) == nil)
        let method = try SignatureTemplate().with { $0.method = "http://www.w3.org/2000/09/xmldsig#rsa-sha1" }.signed()
        #expect(try failure(method)?.code == .signatureMethod)
        #expect(try failure(method, policy: .metadataSHA1Digest)?.code == .signatureMethod)
    }

    @Test("one key serves eight tasks that sign and verify")
    func concurrency() async throws {
        let key = try SigningKey(
            privateKey: TestPKI.rsa2048,
            certificate: TestPKI.certificate(for: TestPKI.rsa2048)
        )
        let pinned = VerificationKey(key.certificate.publicKey)
        try await withThrowingTaskGroup(of: Int.self) { group in
            for task in 0..<8 {
                group.addTask {
                    var verified = 0
                    for round in 0..<60 {
                        var writer = CanonicalWriter()
                        let id = "_\(task)-\(round)"
                        try writer.signedElement(OwnSignatureTests.message, [], id: id, key: key) { $0.text(id) }
                        let document = try writer.finish()
                        let root = try XMLDocument(parsing: document, limits: .message).root
                        let signed = try SignatureVerifier.verify(root, keys: [pinned], policy: .strict)
                        let broken = Array(
                            String(decoding: document, as: UTF8.self).replacing(">\(id)<", with: ">x<").utf8
                        )
                        let isRefused = try failure(broken, keys: [pinned])?.code == .digestMismatch
                        if signed.id == id, isRefused { verified += 1 }
                    }
                    return verified
                }
            }
            for try await verified in group { #expect(verified == 60) }
        }
    }
}
