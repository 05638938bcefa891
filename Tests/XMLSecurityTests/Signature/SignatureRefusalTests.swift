import TestSupport
import Testing
import XMLSecurity

/// A valid signature changed in one place, and the step that must refuse it.
@Suite("Refusing signatures")
struct SignatureRefusalTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let code: SignatureFailure.Code
        let change: @Sendable (String) -> String

        init(_ name: String, _ code: SignatureFailure.Code, _ change: @escaping @Sendable (String) -> String) {
            self.testDescription = name
            self.code = code
            self.change = change
        }

        init(_ name: String, _ code: SignatureFailure.Code, _ old: String, _ new: String) {
            self.init(name, code) { $0.replacing(old, with: new, maxReplacements: 1) }
        }
    }

    static let ds = "http://www.w3.org/2000/09/xmldsig#"
    static let exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#"
    static let emptyDigest = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="

    /// Signed by us, known to be good by the first test.
    static let good: String = {
        do {
            var writer = CanonicalWriter()
            let key = try SigningKey(
                privateKey: TestPKI.rsa2048,
                certificate: TestPKI.certificate(for: TestPKI.rsa2048)
            )
            try writer.signedElement(
                OwnSignatureTests.message,
                [],
                id: "_1",
                key: key,
                head: { $0.element(OwnSignatureTests.issuer, text: "sp") },
                rest: { $0.element(OwnSignatureTests.value, text: "honest") }
            )
            return String(decoding: try writer.finish(), as: UTF8.self)
        } catch {
            fatalError("\(error)")
        }
    }()

    /// The text between two markers, without them.
    static func part(_ document: String, _ from: String, _ to: String) -> String {
        let rest = document.split(separator: from, maxSplits: 1).last ?? ""
        return String(rest.split(separator: to, maxSplits: 1).first ?? "")
    }

    static func element(_ document: String, _ name: String) -> String {
        "<\(name)" + part(document, "<\(name)", "</\(name)>") + "</\(name)>"
    }

    static let keys = [VerificationKey(TestPKI.rsa2048.publicKey)]

    static func found(_ document: String, keys: [VerificationKey] = keys) throws -> SignatureFailure? {
        try failure(Array(document.utf8), keys: keys)
    }

    static let reference = "<ds:Reference URI=\"#_1\">"
    static let transforms: @Sendable (String) -> String = { element($0, "ds:Transforms") }

    static let structures: [Case] = [
        Case("no signature", .missing) { $0.replacing(element($0, "ds:Signature"), with: "") },
        Case("a signature of another namespace", .missing, "xmlns:ds=\"\(ds)\"", "xmlns:ds=\"urn:evil\""),
        Case("a signature deeper inside", .missing) {
            let signature = element($0, "ds:Signature")
            return $0.replacing(signature, with: "").replacing("honest", with: signature)
        },
        Case("an empty signature", .structure) {
            $0.replacing(element($0, "ds:Signature"), with: "<ds:Signature xmlns:ds=\"\(ds)\"/>")
        },
        Case("two signatures", .several) { document in
            let signature = element(document, "ds:Signature")
            return document.replacing(signature, with: signature + signature)
        },
        Case(
            "two signatures, one of them empty and in front",
            .several,
            "<ds:Signature ",
            "<ds:Signature xmlns:ds=\"\(ds)\"/><ds:Signature "
        ),
        Case("a signature at the end", .position) { document in
            let signature = element(document, "ds:Signature")
            return document.replacing(signature, with: "").replacing("</t:Message>", with: signature + "</t:Message>")
        },
        Case("an element between Issuer and signature", .position, "<ds:Signature ", "<t:X/><ds:Signature "),
        Case("another element in Issuer's place", .position) { $0.replacing("t:Issuer>", with: "t:Status>") },
        Case("ds:Object", .structure, "</ds:Signature>", "<ds:Object><evil/></ds:Object></ds:Signature>"),
        Case("a manifest", .structure) {
            let manifest = "<ds:Object><ds:Manifest>\(element($0, "ds:Reference"))</ds:Manifest></ds:Object>"
            return $0.replacing("</ds:Signature>", with: manifest + "</ds:Signature>")
        },
        Case("ds:Object in place of KeyInfo", .structure) {
            $0.replacing(element($0, "ds:KeyInfo"), with: "<ds:Object/>")
        },
        Case("two SignedInfo, the original first (CVE-2025-29774)", .structure) { document in
            let info = element(document, "ds:SignedInfo")
            return document.replacing(info, with: info + info.replacing("_1", with: "_2"))
        },
        Case("two SignedInfo, the original last", .structure) { document in
            let info = element(document, "ds:SignedInfo")
            return document.replacing(info, with: info.replacing("_1", with: "_2") + info)
        },
        Case("SignatureValue before SignedInfo", .structure) { document in
            let value = element(document, "ds:SignatureValue")
            return document.replacing(value, with: "").replacing("<ds:SignedInfo>", with: value + "<ds:SignedInfo>")
        },
        Case("no SignatureValue", .structure) { $0.replacing(element($0, "ds:SignatureValue"), with: "") },
        Case("two SignatureValues", .structure, "<ds:SignatureValue>", "<ds:SignatureValue/><ds:SignatureValue>"),
        Case("two KeyInfo", .structure, "<ds:KeyInfo>", "<ds:KeyInfo/><ds:KeyInfo>"),
        Case("no DigestValue", .structure) { $0.replacing(element($0, "ds:DigestValue"), with: "") },
        Case("no DigestMethod", .structure) { $0.replacing(element($0, "ds:DigestMethod"), with: "") },
        Case("no CanonicalizationMethod", .structure) {
            $0.replacing(element($0, "ds:CanonicalizationMethod"), with: "")
        },
        Case("SignedInfo in another namespace", .structure, "<ds:SignedInfo>", "<ds:SignedInfo xmlns:ds=\"urn:evil\">"),
        Case("an element in SignatureValue", .structure, "<ds:SignatureValue>", "<ds:SignatureValue><x/>"),
        Case("an element in DigestValue", .structure, "<ds:DigestValue>", "<ds:DigestValue><x/>"),
        Case("an element in DigestMethod", .structure, "#sha256\">", "#sha256\"><x/>"),
        Case(
            "an element in CanonicalizationMethod",
            .structure,
            "<ds:CanonicalizationMethod Algorithm=\"\(exclusive)\">",
            "<ds:CanonicalizationMethod Algorithm=\"\(exclusive)\"><x/>"
        ),
        Case(
            "HMACOutputLength (CVE-2009-0217)",
            .structure,
            "</ds:SignatureMethod>",
            "<ds:HMACOutputLength>1</ds:HMACOutputLength></ds:SignatureMethod>"
        ),
        Case("a comment in DigestValue (CVE-2025-29775)", .structure, "<ds:DigestValue>", "<ds:DigestValue><!--AAA-->"),
        Case("a comment in SignatureValue", .structure, "<ds:SignatureValue>", "<ds:SignatureValue><!-- -->"),
        Case("a comment in SignedInfo", .structure, "<ds:SignedInfo>", "<ds:SignedInfo><!-- -->"),
        Case("a comment in KeyInfo", .structure, "<ds:KeyInfo>", "<ds:KeyInfo><!-- -->"),
        Case("CDATA in DigestValue", .structure, "<ds:DigestValue>", "<ds:DigestValue><![CDATA[AAA]]>"),
        Case("CDATA in SignatureValue", .structure, "<ds:SignatureValue>", "<ds:SignatureValue><![CDATA[]]>"),
    ]

    static let algorithms: [Case] =
        [
            "\(ds)rsa-sha1", "\(ds)hmac-sha1", "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-md5", "\(ds)dsa-sha1",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-ripemd160", "none", "",
            "http://www.w3.org/2001/04/xmldsig-more#RSA-SHA256",
            " http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
        ].map { method in
            Case("the signature method '\(method)'", .signatureMethod, SignatureAlgorithm.rsaSHA256.rawValue, method)
        }
        + [
            "\(ds)sha1", "http://www.w3.org/2001/04/xmldsig-more#md5", "http://www.w3.org/2001/04/xmldsig-more#sha224",
            "http://www.w3.org/2001/04/xmlenc#ripemd160", "", "sha256",
        ].map { digest in
            Case("the digest method '\(digest)'", .digestMethod, "http://www.w3.org/2001/04/xmlenc#sha256", digest)
        }
        + [
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
            "http://www.w3.org/2006/12/xml-c14n11", "", "http://www.w3.org/TR/1999/REC-xslt-19991116",
        ].map { method in
            Case("the canonicalisation method '\(method)'", .canonicalization) {
                $0.replacing(
                    "<ds:CanonicalizationMethod Algorithm=\"\(exclusive)\">",
                    with: "<ds:CanonicalizationMethod Algorithm=\"\(method)\">"
                )
            }
        }
        + [
            Case(
                "a signature method without algorithm",
                .signatureMethod,
                " Algorithm=\"\(SignatureAlgorithm.rsaSHA256.rawValue)\"",
                ""
            ),
            Case("an algorithm in another namespace", .signatureMethod) {
                $0.replacing("<ds:SignatureMethod Algorithm", with: "<ds:SignatureMethod xmlns:x=\"urn:x\" x:Algorithm")
            },
        ]

    static let references: [Case] =
        [
            "", "#", "_1", "#_2", "#_1 ", " #_1", "#%5F1", "#xpointer(id('_1'))", "#xpointer(/)", "#element(/1)",
            "#element(_1)",
            "#xmlns(x=urn:x)xpointer(//x:y)", "file:///etc/passwd", "http://127.0.0.1:9/x", "https://idp/x#_1",
            "#_1' or '1'='1",
            "?#_1", "cid:_1",
        ].map { uri in
            Case("a reference to '\(uri)'", .referenceURI, reference, "<ds:Reference URI=\"\(uri)\">")
        }
        + [
            Case("a reference without URI", .referenceURI, reference, "<ds:Reference>"),
            Case(
                "a URI in another namespace",
                .referenceURI,
                reference,
                "<ds:Reference xmlns:x=\"urn:x\" x:URI=\"#_1\">"
            ),
            Case("no reference", .referenceCount) { $0.replacing(element($0, "ds:Reference"), with: "") },
            Case("two references, the first wrong (CVE-2026-33487)", .referenceCount) { document in
                let reference = element(document, "ds:Reference")
                return document.replacing(reference, with: reference.replacing("#_1", with: "#_2") + reference)
            },
            Case("two references, the second external", .referenceCount) { document in
                let reference = element(document, "ds:Reference")
                return document.replacing(
                    reference,
                    with: reference + reference.replacing("#_1", with: "file:///etc/passwd")
                )
            },
            Case("700 references", .referenceCount) { document in
                let reference = element(document, "ds:Reference")
                return document.replacing(reference, with: String(repeating: "<ds:Reference URI=\"#_1\"/>", count: 700))
            },
            Case("1,000 references, with parts", .referenceCount) { document in
                let one = "<ds:Reference URI=\"#_1\"></ds:Reference>"
                return document.replacing(element(document, "ds:Reference"), with: String(repeating: one, count: 1000))
            },
            Case("500 transforms", .transforms) { document in
                let one = "<ds:Transform Algorithm=\"\(exclusive)\"/>"
                return document.replacing(
                    "</ds:Transforms>",
                    with: String(repeating: one, count: 500) + "</ds:Transforms>"
                )
            },
            Case("no Transforms", .transforms) { $0.replacing(transforms($0), with: "") },
            Case("empty Transforms", .transforms) { $0.replacing(transforms($0), with: "<ds:Transforms/>") },
            Case("Transforms behind DigestMethod", .structure) { document in
                document.replacing(transforms(document), with: "")
                    .replacing("<ds:DigestValue>", with: transforms(document) + "<ds:DigestValue>")
            },
            Case("enveloped alone", .transforms, "<ds:Transform Algorithm=\"\(exclusive)\"></ds:Transform>", ""),
            Case(
                "exclusive C14N alone",
                .transforms,
                "<ds:Transform Algorithm=\"\(ds)enveloped-signature\"></ds:Transform>",
                ""
            ),
            Case("both the other way round", .transforms) { document in
                let steps = ["\(ds)enveloped-signature", exclusive].map {
                    "<ds:Transform Algorithm=\"\($0)\"></ds:Transform>"
                }
                return document.replacing(steps.joined(), with: steps.reversed().joined())
            },
            Case(
                "a step that is no ds:Transform",
                .transforms,
                "<ds:Transform Algorithm=\"\(exclusive)\"></ds:Transform>",
                "<ds:X Algorithm=\"\(exclusive)\"/>"
            ),
            Case(
                "a parameter of the enveloped transform",
                .transforms,
                "enveloped-signature\">",
                "enveloped-signature\"><ds:XPath>1</ds:XPath>"
            ),
            Case(
                "a parameter of exclusive C14N besides PrefixList",
                .transforms,
                "\(exclusive)\"></ds:Transform>",
                "\(exclusive)\"><x/></ds:Transform>"
            ),
            Case("two PrefixLists", .transforms) {
                $0.replacing(
                    "\(exclusive)\"></ds:Transform>",
                    with: "\(exclusive)\">\(prefixes(1))\(prefixes(1))</ds:Transform>"
                )
            },
            Case("a PrefixList of 17", .transforms) {
                $0.replacing("\(exclusive)\"></ds:Transform>", with: "\(exclusive)\">\(prefixes(17))</ds:Transform>")
            },
            Case("a PrefixList of 20,000", .transforms) {
                $0.replacing(
                    "\(exclusive)\"></ds:Transform>",
                    with: "\(exclusive)\">\(prefixes(20_000))</ds:Transform>"
                )
            },
            Case("a PrefixList of 17 for SignedInfo", .structure) {
                $0.replacing(
                    "\(exclusive)\"></ds:CanonicalizationMethod>",
                    with: "\(exclusive)\">\(prefixes(17))</ds:CanonicalizationMethod>"
                )
            },
        ]
        + [
            "http://www.w3.org/TR/1999/REC-xpath-19991116", "http://www.w3.org/2002/06/xmldsig-filter2",
            "http://www.w3.org/TR/1999/REC-xslt-19991116", "\(ds)base64",
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315", "",
        ].flatMap { transform in
            [
                Case(
                    "the transform '\(transform)' in place of exclusive C14N",
                    .transforms,
                    "<ds:Transform Algorithm=\"\(exclusive)\">",
                    "<ds:Transform Algorithm=\"\(transform)\">"
                ),
                Case(
                    "the transform '\(transform)' behind them",
                    .transforms,
                    "</ds:Transforms>",
                    "<ds:Transform Algorithm=\"\(transform)\"/></ds:Transforms>"
                ),
                Case(
                    "the transform '\(transform)' in front of them",
                    .transforms,
                    "<ds:Transforms>",
                    "<ds:Transforms><ds:Transform Algorithm=\"\(transform)\"/>"
                ),
            ]
        }

    static func prefixes(_ count: Int) -> String {
        let list = [String](repeating: "a", count: count).joined(separator: " \n")
        return "<ec:InclusiveNamespaces xmlns:ec=\"\(exclusive)\" PrefixList=\"\(list)\"/>"
    }

    static let identifiers: [Case] =
        [
            Case("no ID", .identifier, " ID=\"_1\"", ""),
            Case("an ID of another spelling", .identifier, " ID=\"_1\"", " Id=\"_1\""),
            Case("an ID in a namespace", .identifier, " ID=\"_1\"", " t:ID=\"_1\""),
            Case("xml:id", .identifier, " ID=\"_1\"", " xml:id=\"_1\""),
            Case("xml:id beside ID", .identifier, " ID=\"_1\"", " ID=\"_1\" xml:id=\"_2\""),
            Case("x:ID beside ID (CVE-2025-66567)", .identifier, " ID=\"_1\"", " ID=\"_1\" t:ID=\"_2\""),
            Case("the same ID in the content", .identifier, "<v:Value", "<v:Value ID=\"_1\""),
            Case("the same ID in KeyInfo", .identifier, "<ds:KeyInfo>", "<ds:KeyInfo ID=\"_1\">"),
            Case("an xml:id elsewhere", .identifier, "<v:Value", "<v:Value xml:id=\"_1\""),
            Case("an x:Id elsewhere", .identifier, "<v:Value", "<v:Value xmlns:w=\"urn:w\" w:Id=\"_1\""),
            Case("two foreign elements of one ID", .identifier, "honest", "<x ID=\"_9\"/><y ID=\"_9\"/>"),
        ]
        + ["1", "a b", "a:b", "-a", ".a", "_1'", "a'or'1'='1", "a)b", "a/b", "", " ", "_\u{2028}"].map { id in
            Case("the ID '\(id)'", .identifier) {
                $0.replacing("\"_1\"", with: "\"\(id)\"").replacing("#_1", with: "#\(id)")
            }
        }
        + [
            Case("an ID of 257 octets", .identifier) { document in
                document.replacing("_1", with: "_" + String(repeating: "a", count: 256))
            }
        ]

    static let contents: [Case] = [
        Case("one character of the content", .digestMismatch, "honest", "honesT"),
        Case("content added", .digestMismatch, "</t:Message>", "<evil/></t:Message>"),
        Case("content removed", .digestMismatch) { $0.replacing(element($0, "v:Value"), with: "") },
        Case("white space added", .digestMismatch, "</t:Message>", "\n</t:Message>"),
        Case("an attribute added", .digestMismatch, " ID=\"_1\"", " ID=\"_1\" Destination=\"https://evil\""),
        Case("a namespace changed", .digestMismatch, "urn:value", "urn:evil"),
        Case("a character that looks alike", .digestMismatch, "honest", "h\u{43E}nest"),
        Case("another ID", .digestMismatch) { $0.replacing("_1", with: "_2") },
        Case("another digest", .digestMismatch) {
            $0.replacing(part($0, "<ds:DigestValue>", "</ds:DigestValue>"), with: emptyDigest)
        },
        Case("a digest cut short", .digestMismatch) {
            $0.replacing(part($0, "<ds:DigestValue>", "</ds:DigestValue>"), with: String(emptyDigest.prefix(4)))
        },
        Case("an empty digest", .processing) {
            $0.replacing(part($0, "<ds:DigestValue>", "</ds:DigestValue>"), with: "")
        },
        Case("white space in SignedInfo", .valueMismatch, "<ds:SignedInfo>", "<ds:SignedInfo> "),
        Case("another signature method of the list", .valueMismatch, "#rsa-sha256", "#rsa-sha512"),
        Case("an empty signature value", .processing) {
            $0.replacing(part($0, "<ds:SignatureValue>", "</ds:SignatureValue>"), with: "")
        },
        Case("a signature value cut short", .valueMismatch) {
            $0.replacing(part($0, "<ds:SignatureValue>", "</ds:SignatureValue>"), with: "AAAA")
        },
        Case("another digest method of the list", .digestMismatch, "xmlenc#sha256", "xmlenc#sha512"),
        Case("a relative namespace URI in the content, digest of nothing (CVE-2025-66475)", .processing) {
            $0.replacing(part($0, "<ds:DigestValue>", "</ds:DigestValue>"), with: emptyDigest)
                .replacing("<v:Value ", with: "<v:Value xmlns:x=\"1\" ")
        },
        Case("a relative namespace URI on the element", .processing, "<t:Message ", "<t:Message xmlns:x=\"1\" "),
        Case("a relative namespace URI on SignedInfo", .processing, "<ds:SignedInfo>", "<ds:SignedInfo xmlns:x=\"1\">"),
        Case("no key for the method", .noKey, "#rsa-sha256", "#ecdsa-sha256"),
    ]

    @Test("the document that the cases change is good")
    func baseline() throws {
        #expect(try Self.found(Self.good) == nil)
    }

    @Test("a signature that is not exactly the shape of SAML is refused before any cryptography", arguments: structures)
    func structure(_ refused: Case) throws { try expect(refused) }

    @Test("an algorithm outside the list is refused before any cryptography", arguments: algorithms)
    func algorithm(_ refused: Case) throws { try expect(refused) }

    @Test(
        "a reference to anything but the parent, by anything but the two transforms, is refused",
        arguments: references
    )
    func reference(_ refused: Case) throws { try expect(refused) }

    @Test("an ID that is not one name in one place is refused", arguments: identifiers)
    func identifier(_ refused: Case) throws { try expect(refused) }

    @Test("content, digest and value that do not belong together are refused", arguments: contents)
    func content(_ refused: Case) throws { try expect(refused) }

    @Test("every code of failure has a case here")
    func codes() {
        let cases = Self.structures + Self.algorithms + Self.references + Self.identifiers + Self.contents
        #expect(Set(cases.map(\.code)) == Set(SignatureFailure.Code.allCases))
    }

    private func expect(_ refused: Case) throws {
        let document = refused.change(Self.good)
        #expect(document != Self.good, "the case changes nothing")
        let found = try Self.found(document)
        #expect(found?.code == refused.code, "\(String(describing: found))")
    }

    @Test("one bit flipped anywhere in content, digest or value is refused")
    func bitFlips() throws {
        for (from, to, code) in [
            ("<ds:SignatureValue>", "</ds:SignatureValue>", SignatureFailure.Code.valueMismatch),
            ("<ds:DigestValue>", "</ds:DigestValue>", .digestMismatch),
            ("\"urn:value\">", "</v:Value>", .digestMismatch),
        ] {
            let part = Self.part(Self.good, from, to)
            for offset in part.indices where part[offset] != "=" {
                // The lowest bit of a Base64 character in front of padding is thrown away by libxmlsec1's decoder.
                guard part[offset...].dropFirst().first != "=" else { continue }
                let changed = part[..<offset] + (part[offset] == "A" ? "B" : "A") + part[offset...].dropFirst()
                #expect(try Self.found(Self.good.replacing(part, with: changed))?.code == code)
            }
        }
    }

    @Test("without a key, or with another's, nothing verifies")
    func keys() throws {
        #expect(try Self.found(Self.good, keys: [])?.code == .noKey)
        #expect(try Self.found(Self.good, keys: [SigningPair.p256.verification])?.code == .noKey)
        #expect(try Self.found(Self.good, keys: [SigningPair.rsa.verification])?.code == .valueMismatch)
        let both = [
            SigningPair.p384.verification, VerificationKey(TestPKI.rsa3072.publicKey), SigningPair.rsa.verification,
        ]
        #expect(try Self.found(Self.good, keys: both)?.code == .valueMismatch)
        #expect(try Self.found(Self.good, keys: both + Self.keys) == nil)
    }

    @Test("an RSA key below 2,048 bits is no key, though its signature is good")
    func shortKey() throws {
        let pem = try OpenSSLCommand.run(["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"])
        let der = try OpenSSLCommand.run(["pkey", "-in", "key", "-pubout", "-outform", "DER"], files: ["key": pem])
        let document = try XMLSec1.sign(SignatureTemplate().text, key: pem, element: SignatureTemplate.element)
        let found = try failure(document, keys: [VerificationKey(PublicKey(der: der))])
        #expect(found?.code == .noKey)
        #expect(found?.found == "RSA 1024")
    }

    @Test("a failure names its place, what was wanted and what was there")
    func places() throws {
        let document = "\n" + Self.good.replacing("<ds:SignedInfo>", with: "\n<ds:SignedInfo>")
        let found = try #require(try Self.found(document.replacing("#rsa-sha256", with: "#rsa-md5")))
        #expect(found.xpath == "/t:Message/ds:Signature/ds:SignedInfo/ds:SignatureMethod")
        #expect(found.line == 3)
        #expect(found.expected?.contains("rsa-sha256 or ") == true)
        #expect(found.found == "http://www.w3.org/2001/04/xmldsig-more#rsa-md5")
    }
}
