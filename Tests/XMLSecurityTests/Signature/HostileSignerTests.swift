import TestSupport
import Testing
import XMLSecurity

/// Signatures that are good for xmlsec1, and must not be good for us.
@Suite("Signatures that only look good")
struct HostileSignerTests {
    private static let ds = SignatureRefusalTests.ds
    private static let exclusive = SignatureRefusalTests.exclusive
    private static let enveloped = "<ds:Transform Algorithm=\"\(ds)enveloped-signature\"/>"
    private static let xpath = """
        <ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116">\
        <ds:XPath>not(ancestor-or-self::ds:Signature) and not(ancestor-or-self::t:Evil)</ds:XPath></ds:Transform>
        """
    private static let filter = """
        <ds:Transform Algorithm="http://www.w3.org/2002/06/xmldsig-filter2">\
        <dsf:XPath xmlns:dsf="http://www.w3.org/2002/06/xmldsig-filter2" Filter="subtract">//ds:Signature</dsf:XPath>\
        </ds:Transform>
        """

    static let templates: [(String, SignatureFailure.Code, SignatureTemplate)] = [
        ("the whole document", .referenceURI, SignatureTemplate().with { $0.references[0].uri = " URI=\"\"" }),
        (
            "an xpointer to the element", .referenceURI,
            SignatureTemplate().with { $0.references[0].uri = " URI=\"#xpointer(id('_1'))\"" }
        ),
        (
            "two references to the element", .referenceCount,
            SignatureTemplate().with { $0.references.append($0.references[0]) }
        ),
        (
            "an XPath that leaves elements out", .transforms,
            SignatureTemplate().with { $0.references[0].transforms = "<ds:Transforms>\(xpath)</ds:Transforms>" }
        ),
        (
            "an XPath beside the two", .transforms,
            SignatureTemplate().with {
                $0.references[0].transforms = $0.references[0].transforms.replacing(enveloped, with: enveloped + xpath)
            }
        ),
        (
            "an XPath filter", .transforms,
            SignatureTemplate().with {
                $0.references[0].transforms = $0.references[0].transforms.replacing(enveloped, with: filter)
            }
        ),
        (
            "inclusive C14N", .transforms,
            SignatureTemplate().with {
                $0.references[0].transforms = $0.references[0].transforms.replacing(
                    exclusive,
                    with: "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
                )
            }
        ),
        (
            "inclusive C14N by default", .transforms,
            SignatureTemplate().with { $0.references[0].transforms = "<ds:Transforms>\(enveloped)</ds:Transforms>" }
        ),
        (
            "inclusive C14N of SignedInfo", .canonicalization,
            SignatureTemplate().with {
                $0.canonicalization = $0.canonicalization.replacing(
                    exclusive,
                    with: "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
                )
            }
        ),
        ("ds:Object", .structure, SignatureTemplate().with { $0.afterKeyInfo = "<ds:Object><t:Evil/></ds:Object>" }),
        ("rsa-sha1", .signatureMethod, SignatureTemplate().with { $0.method = "\(ds)rsa-sha1" }),
        ("a SHA-1 digest", .digestMethod, SignatureTemplate().with { $0.references[0].digest = "\(ds)sha1" }),
        (
            "a digest of SHA-224", .digestMethod,
            SignatureTemplate().with { $0.references[0].digest = "http://www.w3.org/2001/04/xmldsig-more#sha224" }
        ),
    ]

    @Test("what xmlsec1 signs and we do not take, with the right key", arguments: templates)
    func genuine(name: String, code: SignatureFailure.Code, template: SignatureTemplate) throws {
        let document = try template.signed()
        #expect(try failure(document)?.code == code)
    }

    @Test("the public key as a secret of HMAC signs nothing", arguments: ["hmac-sha256", "hmac-sha512"])
    func hmac(method: String) throws {
        let template = SignatureTemplate().with { $0.method = "http://www.w3.org/2001/04/xmldsig-more#\(method)" }
        let secret = try SigningPair.rsa.privateKey.publicKey.der
        let document = try XMLSec1.sign(template.text, key: secret, element: SignatureTemplate.element, isHMAC: true)
        #expect(try failure(document)?.code == .signatureMethod)
    }

    @Test(
        "the key comes from metadata: what KeyInfo carries is not looked at",
        arguments: ["KeyValue", "X509Data", "none"]
    )
    func attackersKey(kind: String) throws {
        let template = SignatureTemplate().with {
            $0.keyInfo = kind == "KeyValue" ? "<ds:KeyValue/>" : ""
        }
        if kind == "X509Data" {
            // The attacker's certificate copies the name and the serial number of ours.
            let key = try SigningKey(
                privateKey: TestPKI.rsa2048Other,
                certificate: TestPKI.certificate(for: TestPKI.rsa2048Other)
            )
            var writer = CanonicalWriter()
            try writer.signedElement(OwnSignatureTests.message, [], id: "_1", key: key) { $0.text("evil") }
            #expect(try failure(writer.finish(), keys: SignatureRefusalTests.keys)?.code == .valueMismatch)
        } else {
            let document = try template.signed(.rsa)
            #expect(try failure(document) == nil, "good with its own key")
            #expect(try failure(document, keys: SignatureRefusalTests.keys)?.code == .valueMismatch)
            #expect(try failure(document, keys: [])?.code == .noKey)
        }
    }

    @Test("an Id of ds:Signature or of a stranger does not take the place of the ID")
    func foreignIds() throws {
        let good = SignatureRefusalTests.good
        let documents = [
            good.replacing("<ds:Signature ", with: "<ds:Signature Id=\"_1\" "),
            good.replacing("<ds:KeyInfo>", with: "<ds:KeyInfo Id=\"_1\"><t:Message Id=\"_1\">evil</t:Message>"),
            "<w xmlns:t=\"urn:test\"><t:Message Id=\"_1\">evil</t:Message><t:Message id=\"_1\">evil</t:Message>\(good)</w>",
        ]
        for document in documents {
            var root = try XMLDocument(parsing: Array(document.utf8), limits: .message).root
            if root.localName == "w" { root = root.children[2] }
            let signed = try SignatureVerifier.verify(root, keys: SignatureRefusalTests.keys, policy: .strict)
            let text = String(decoding: signed.bytes, as: UTF8.self)
            #expect(text.contains("honest"))
            #expect(!text.contains("evil"))
        }
    }

    @Test("a relative namespace URI on an ancestor voids nothing", arguments: [true, false])
    func relativeNamespaceOnAncestor(hasEmptyDigest: Bool) throws {
        var good = SignatureRefusalTests.good
        if hasEmptyDigest {
            let digest = SignatureRefusalTests.part(good, "<ds:DigestValue>", "</ds:DigestValue>")
            good = good.replacing(digest, with: SignatureRefusalTests.emptyDigest).replacing("honest", with: "evil")
        }
        let wrapped = Array("<w xmlns:x=\"1\" xmlns=\"relative\">\(good)</w>".utf8)
        let found = try failure(wrapped, at: [0], keys: SignatureRefusalTests.keys)
        #expect(found?.code == .processing)
    }
}
