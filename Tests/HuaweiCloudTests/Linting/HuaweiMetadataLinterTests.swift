import HuaweiCloud
import SAML
import TestSupport
import Testing
import XMLSecurity

@Suite("HUAWEI CLOUD's rules of metadata")
struct HuaweiMetadataLinterTests {
    private static func findings(
        _ document: String,
        fileName: String? = "idp-metadata.xml",
        issuer: String? = nil,
        signingKey: PublicKey? = nil,
        at now: Instant = MetadataSample.now
    ) -> [LintFinding] {
        HuaweiMetadataLinter(at: now, fileName: fileName, issuer: issuer, signingKey: signingKey)
            .findings(in: Array(document.utf8))
    }

    @Test("In a good document nothing is found", arguments: [HuaweiLintCase.idp, HuaweiLintCase.sp])
    func good(document: String) {
        #expect(Self.findings(document).isEmpty)
        let key = TestPKI.rsa2048.publicKey
        let sameKey = Self.findings(HuaweiLintCase.idp, issuer: "https://idp.example.com/saml", signingKey: key)
        #expect(sameKey.isEmpty)
    }

    @Test(
        "A document that breaks one rule has that one finding, as bad as it is",
        arguments: HuaweiLintCase.identityProvider + HuaweiLintCase.serviceProvider
    )
    func broken(lintCase: HuaweiLintCase) {
        let findings = Self.findings(lintCase.document)
        #expect(findings.map(\.rule.id) == [lintCase.rule], "\(findings.map { "\($0)" })")
        #expect(findings.map(\.level) == [lintCase.level])
    }

    @Test("A weak certificate is found", arguments: [WeakCertificate.shortKey, WeakCertificate.sha1])
    func weak(certificate: Certificate) {
        let lintCase = HuaweiLintCase("idp.certificate-strength", .warning, certificate: certificate)
        let findings = Self.findings(lintCase.document, at: certificate.notBefore)
        #expect(findings.map(\.rule.id) == [lintCase.rule])
    }

    @Test("Partner Center takes no elliptic curve, and neither do we")
    func curve() throws {
        let certificate = try TestPKI.certificate(for: TestPKI.ecP256)
        let lintCase = HuaweiLintCase("idp.certificate-strength", .warning, certificate: certificate)
        #expect(Self.findings(lintCase.document).map(\.rule.id) == [lintCase.rule])
    }

    @Test("The file's name, the Issuer and the key are judged when they are given")
    func context() {
        let idp = HuaweiLintCase.idp
        #expect(Self.findings(idp, fileName: "metadata.txt").map(\.rule.id) == ["huawei.idp.file"])
        #expect(Self.findings(idp, fileName: nil).isEmpty)
        #expect(Self.findings(idp, issuer: "https://other.example").map(\.rule.id) == ["huawei.idp.entity-id"])
        let other = TestPKI.rsa2048Other.publicKey
        #expect(Self.findings(idp, signingKey: other).map(\.rule.id) == ["huawei.idp.private-key"])
    }

    @Test("A list of entities is told, and a file of no role")
    func roots() {
        let body = HuaweiLintCase.idp.split(separator: "\n").dropFirst().joined(separator: "\n")
        let list = "<EntitiesDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\">\(body)</EntitiesDescriptor>"
        #expect(Self.findings(list).map(\.rule.id) == ["huawei.idp.root"])
        let other = "<a>" + String(repeating: " ", count: 1000) + "</a>"
        #expect(Set(Self.findings(other).map(\.rule.id)) == ["huawei.idp.root", "huawei.idp.role"])
    }

    @Test("The SP's signature is verified with the certificate given")
    func signature() throws {
        let sp = try FakeServiceProvider()
        let signed = try sp.metadata.document(signedBy: sp.key, id: "_signed")
        let good = HuaweiMetadataLinter(at: MetadataSample.now, signedBy: sp.key.certificate)
        #expect(good.findings(in: signed).isEmpty)
        let other = HuaweiMetadataLinter(at: MetadataSample.now, signedBy: MetadataSample.certificate)
        #expect(other.findings(in: signed).map(\.rule.id) == ["huawei.sp.signature"])
    }

    @Test("What looks like a secret is never quoted, and a class of authentication is none")
    func secrets() {
        let quoted = HuaweiLintCase.idp.replacing("<md:Contact", with: "<!-- password=hunter2 --><md:Contact")
        let findings = Self.findings(quoted)
        #expect(findings.count == 1 && findings.allSatisfy { !"\($0)".contains("hunter2") })
        let context = "<!-- urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport -->"
        #expect(Self.findings(HuaweiLintCase.idp + context).isEmpty)
    }

    @Test("There are twenty rules, each with its number, a text in both languages and a document that breaks it")
    func rules() {
        let rules = HuaweiMetadataLinter.rules
        for (index, rule) in rules.enumerated() {
            #expect(rule.spec.contains("10 #\(index + 1) ("), "\(rule.spec)")
            for text in [rule.title, rule.hint] { #expect(!text.en.isEmpty && !text.zh.isEmpty && text.en != text.zh) }
        }
        #expect(rules.count == 20)
        let table = HuaweiLintCase.identityProvider + HuaweiLintCase.serviceProvider
        let others = ["idp.certificate-strength", "idp.private-key", "idp.root", "sp.signature"].map { "huawei." + $0 }
        #expect(Set(rules.map(\.id)) == Set(table.map(\.rule) + others))
    }
}
