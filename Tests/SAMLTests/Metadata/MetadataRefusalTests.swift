import SAML
import TestSupport
import Testing
import XMLSecurity

@Suite struct MetadataRefusalTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: RefusalCode
        let text: String
        let xpath: String?

        init(_ name: String, _ code: RefusalCode, _ text: String, xpath: String? = nil) {
            testDescription = name
            self.code = code
            self.text = text
            self.xpath = xpath
        }
    }

    private static let good = MetadataText.serviceProvider()

    private static func changed(_ part: String, _ replacement: String) -> String {
        good.replacingFirst(part, with: replacement)
    }

    private static func location(_ location: String) -> String {
        changed("https://sp.test/acs", location)
    }

    static let faults: [Fault] = [
        Fault(
            "no entityID",
            .metadataEntityID,
            changed(" entityID=\"https://sp.test/\"", ""),
            xpath: "/md:EntityDescriptor"
        ),
        Fault("blank entityID", .metadataEntityID, MetadataText.serviceProvider(entityID: " ")),
        Fault("padded entityID", .metadataEntityID, MetadataText.serviceProvider(entityID: "https://sp.test/ ")),
        Fault(
            "entityID of 1025 octets",
            .metadataEntityID,
            MetadataText.serviceProvider(entityID: String(repeating: "a", count: 1025))
        ),
        Fault(
            "no role",
            .metadataNoRole,
            "<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"a\"/>"
        ),
        Fault(
            "no SAML 2.0",
            .metadataProtocol,
            changed("urn:oasis:names:tc:SAML:2.0:protocol", "urn:oasis:names:tc:SAML:1.1:protocol")
        ),
        Fault(
            "a protocol that only begins so",
            .metadataProtocol,
            changed("SAML:2.0:protocol", "SAML:2.0:protocols")
        ),
        Fault("no protocols", .schemaAttribute, changed("protocolSupportEnumeration", "supports")),
        Fault("no ACS", .metadataACS, MetadataText.serviceProvider(services: "")),
        Fault("no ACS by POST", .metadataACS, changed("HTTP-POST", "PAOS")),
        Fault("ACS without index", .schemaAttribute, changed(" index=\"0\"", "")),
        Fault("ACS index that is no number", .schemaValue, changed("index=\"0\"", "index=\"zero\"")),
        Fault("isDefault that is no boolean", .schemaValue, changed("index=\"0\"", "index=\"0\" isDefault=\"yes\"")),
        Fault("ACS without Location", .schemaAttribute, changed("Location", "Address")),
        Fault("ACS without Binding", .schemaAttribute, changed("Binding", "By")),
        Fault(
            "two ACS with one index",
            .metadataDuplicateIndex,
            MetadataText.serviceProvider(services: MetadataText.service + MetadataText.service)
        ),
        Fault("http", .metadataLocation, location("http://sp.test/acs")),
        Fault("http to a host that begins like this machine", .metadataLocation, location("http://127.0.0.1.sp.test/")),
        Fault("http with a user that looks local", .metadataLocation, location("http://localhost@sp.test/")),
        Fault("javascript", .metadataLocation, location("javascript:alert(1)")),
        Fault("javascript in capitals", .metadataLocation, location("JaVaScRiPt:alert(1)")),
        Fault("javascript behind a tab", .metadataLocation, location("java&#9;script:alert(1)")),
        Fault("data", .metadataLocation, location("data:text/html,hello")),
        Fault("relative", .metadataLocation, location("/acs")),
        Fault("without scheme", .metadataLocation, location("//sp.test/acs")),
        Fault("without host", .metadataLocation, location("https:///acs")),
        Fault("with a user name", .metadataLocation, location("https://idp.test@sp.test/acs")),
        Fault("with a backslash", .metadataLocation, location("https://sp.test\\@evil.test/")),
        Fault("with a line end", .metadataLocation, location("https://sp.test/&#10;Set-Cookie:a")),
        Fault("with a policy in the host", .metadataLocation, location("https://sp.test;sandbox/")),
        Fault("with a port that is none", .metadataLocation, location("https://sp.test:acs/")),
        Fault("ResponseLocation", .metadataLocation, changed("index", "ResponseLocation=\"data:,\" index")),
        Fault("PEM lines", .metadataCertificate, withKey("-----BEGIN CERTIFICATE-----AAAA")),
        Fault("Base64 of nothing known", .metadataCertificate, withKey("AAAA")),
        Fault("blank certificate", .metadataCertificate, withKey(" ")),
        Fault(
            "key without certificate",
            .metadataCertificate,
            withKey("").replacing("X509Certificate", with: "X509CRL")
        ),
        Fault("key of another use", .schemaValue, withKey("AAAA").replacingFirst("signing", with: "both")),
        Fault("key without KeyInfo", .schemaElement, MetadataText.serviceProvider(keys: "<md:KeyDescriptor/>")),
        Fault(
            "validUntil over",
            .metadataExpired,
            changed(" entityID", " validUntil=\"2026-11-18T10:26:40Z\" entityID")
        ),
        Fault(
            "validUntil of the role over",
            .metadataExpired,
            changed(" protocolS", " validUntil=\"2020-01-01T00:00:00Z\" protocolS"),
            xpath: "/md:EntityDescriptor/md:SPSSODescriptor"
        ),
        Fault(
            "validUntil of the list over",
            .metadataExpired,
            MetadataText.list(good, attributes: " validUntil=\"2020-01-01T00:00:00Z\"")
        ),
        Fault("validUntil not UTC", .schemaTime, changed(" entityID", " validUntil=\"2030-01-01T00:00:00\" entityID")),
        Fault("two entities of one name", .metadataDuplicate, MetadataText.list(good + good)),
        Fault("an empty list", .schemaElement, MetadataText.list("")),
        Fault(
            "two SP roles",
            .structureDuplicate,
            good.replacingFirst(
                "</md:SPSSODescriptor>",
                with: "</md:SPSSODescriptor><md:SPSSODescriptor protocolSupportEnumeration=\"x\"/>"
            )
        ),
        Fault("lists nine deep", .limitStructure, (0..<9).reduce(good) { text, _ in MetadataText.list(text) }),
        Fault("DOCTYPE", .dtdDoctype, "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>" + good),
        Fault("processing instruction", .schemaCharacter, "<?xml-stylesheet href=\"a\"?>" + good),
        Fault("not XML", .schemaMalformed, "entityID: https://sp.test/"),
        Fault("nothing", .schemaMalformed, ""),
        Fault("cut off", .schemaMalformed, String(good.dropLast(20))),
        Fault("HTML", .structureRoot, "<html><body>Sign in</body></html>"),
        Fault("another namespace", .structureRoot, changed("SAML:2.0:metadata", "SAML:2.0:assertion")),
        Fault("UTF-16 by name", .schemaEncoding, "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + good),
        Fault(
            "identity provider without SingleSignOnService",
            .metadataSingleSignOn,
            "<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"a\"><IDPSSODescriptor "
                + "protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\"/></EntityDescriptor>"
        ),
    ]

    private static func withKey(_ certificate: String) -> String {
        MetadataText.serviceProvider(keys: MetadataText.key(certificate))
    }

    @Test(arguments: faults)
    func eachFaultIsRefusedWithItsOwnCodeAndPlace(_ fault: Fault) throws {
        try #require(fault.text != Self.good)
        let refusal = try #require(
            #expect(throws: Refusal.self) { try MetadataDocument(Array(fault.text.utf8), at: MetadataText.now) }
        )
        #expect(refusal.code == fault.code)
        #expect(refusal.expected != nil || refusal.found != nil)
        if let xpath = fault.xpath { #expect(refusal.xpath == xpath) }
        // What libxml2 could not read as a tree has no path.
        let isTree = ![.dtdDoctype, .schemaCharacter, .schemaMalformed, .schemaEncoding].contains(fault.code)
        #expect((refusal.xpath != nil) == isTree)
        if isTree { #expect(refusal.line != nil) }
        #expect(!refusal.code.hint.en.isEmpty)
        #expect(!refusal.code.hint.zh.isEmpty)
    }

    @Test func aKeyOf1024BitsIsRefused() throws {
        let outcome = try CommandLineTool.run(
            "openssl",
            [
                "req", "-x509", "-newkey", "rsa:1024", "-nodes", "-keyout", "key.pem", "-subj", "/CN=old", "-outform",
                "DER",
            ],
            files: [:]
        )
        try #require(outcome.status == 0, "\(outcome.errors)")
        let text = Self.withKey(Base64.encode(outcome.output))
        let refusal = #expect(throws: Refusal.self) {
            try MetadataDocument(Array(text.utf8), at: MetadataText.now)
        }
        #expect(refusal?.code == .keyShort)
        #expect(refusal?.found == "RSA 1024")
        #expect(refusal?.xpath?.hasSuffix("ds:X509Certificate") == true)
    }

    @Test(arguments: [
        "https://sp.test/acs", "https://sp.test:8443/a?b=c&amp;d=e", "https://sp.test", "http://localhost:8080/acs",
        "http://127.0.0.1:8080/acs", "http://127.8.9.10/", "http://[::1]:8080/acs", "https://[2001:db8::1]/acs",
        "https://sp.test/a!b/~c",
    ])
    func anAddressThatABrowserCanPostToIsTaken(_ location: String) throws {
        _ = try MetadataDocument(Array(Self.location(location).utf8), at: MetadataText.now)
    }

    @Test func listsEightDeepAreRead() throws {
        let other = MetadataText.serviceProvider(entityID: "https://other.test/")
        let nested = (0..<7).reduce(Self.good) { text, _ in MetadataText.list(text) }
        let document = try MetadataDocument(Array(MetadataText.list(nested + other).utf8), at: MetadataText.now)
        #expect(document.entities.map(\.entityID) == ["https://sp.test/", "https://other.test/"])
    }

    @Test func noCodeOccursTwice() {
        let ids = SAMLRefusals.all.map(\.id)
        #expect(Set(ids).count == ids.count)
    }
}
