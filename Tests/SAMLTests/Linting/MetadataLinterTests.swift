import SAML
import TestSupport
import Testing
import XMLSecurity

@Suite("Metadata is judged by every rule at once")
struct MetadataLinterTests {
    private static let samples = [MetadataSample.identityProvider, MetadataSample.serviceProvider]

    @Test("In a good document nothing is found", arguments: samples)
    func good(document: String) {
        #expect(MetadataLinter(.saml, at: MetadataSample.now).findings(in: Array(document.utf8)).isEmpty)
        let signed = Array(document.signed.utf8)
        #expect(MetadataLinter(.saml2int, at: MetadataSample.now).findings(in: signed).isEmpty)
    }

    @Test("A document that breaks one rule has that one finding, with its place", arguments: LintCase.all)
    func broken(lintCase: LintCase) throws {
        let linter = MetadataLinter(lintCase.profile, at: lintCase.now)
        let findings = linter.findings(in: Array(lintCase.document.utf8))
        #expect(Set(findings.map(\.rule.id)) == [lintCase.rule], "\(findings.map { "\($0)" })")
        let finding = try #require(findings.first)
        #expect(finding.line != nil)
        #expect(finding.xpath?.hasPrefix("/") ?? isUnparsable(finding), "\(finding)")
    }

    private func isUnparsable(_ finding: LintFinding) -> Bool {
        finding.rule.id.hasPrefix("metadata.document.")
    }

    @Test("Every rule has a document that breaks it, and an id of its own")
    func coverage() {
        let tested = Set(LintCase.all.map(\.rule)).union(["metadata.signature.invalid", "metadata.signature.sha1"])
        let ids = MetadataLinter.rules.map(\.id)
        #expect(Set(ids) == tested)
        #expect(Set(ids).count == ids.count)
    }

    @Test("Every rule speaks both languages, its hint and its source")
    func languages() {
        for rule in MetadataLinter.rules {
            for text in [rule.title, rule.hint] {
                #expect(!text.en.isEmpty && text.en.unicodeScalars.allSatisfy { $0.value < 0x3000 }, "\(rule.id)")
                #expect(!text.zh.isEmpty && text.en != text.zh, "\(rule.id)")
            }
            #expect(!rule.spec.isEmpty)
        }
    }

    @Test("Everything wrong is told at once, in the order of its lines")
    func everything() {
        let document = MetadataSample.identityProvider.replacing("https://idp.example.com/saml", with: "x")
            .replacing("use=\"signing\"", with: "use=\"y\"").replacing("https://idp.example.com/sso", with: "z")
        let findings = MetadataLinter(.saml, at: MetadataSample.now).findings(in: Array(document.utf8))
        #expect(
            findings.map(\.rule.id) == ["metadata.entity-id.uri", "metadata.key.use", "metadata.endpoint.location"]
        )
        #expect(findings.map(\.line) == [2, 6, 9])
        #expect(findings[2].xpath == "/md:EntityDescriptor/md:IDPSSODescriptor/md:SingleSignOnService/@Location")
    }

    @Test("An expired certificate is worse than one that soon ends; neither breaks SAML")
    func levels() {
        let levels = [-1, 0, 59].map { days in
            let document = MetadataSample.identityProvider.replacing(
                MetadataSample.certificate.base64,
                with: MetadataSample.certificate(endingIn: days).base64
            )
            return MetadataLinter(.saml, at: MetadataSample.now).findings(in: Array(document.utf8)).map(\.level)
        }
        #expect(levels == [[.warning], [.warning], [.note]])
    }

    @Test("A signature is judged with the certificate given")
    func signature() throws {
        let sp = try FakeServiceProvider()
        let signed = try sp.metadata.document(signedBy: sp.key, id: "_signed")
        let rules = { (bytes: [UInt8], certificate: Certificate) in
            MetadataLinter(.saml, at: MetadataSample.now, signedBy: certificate).findings(in: bytes).map(\.rule.id)
        }
        #expect(rules(signed, sp.key.certificate) == ["metadata.valid-until.missing"])
        #expect(rules(signed, MetadataSample.certificate).contains("metadata.signature.invalid"))
        let text = String(decoding: signed, as: UTF8.self).replacing("WantAssertionsSigned=\"true\"", with: "")
        #expect(rules(Array(text.utf8), sp.key.certificate).contains("metadata.signature.invalid"))
        #expect(rules(try sp.metadata.document(), sp.key.certificate).contains("metadata.signature.invalid"))
    }

    @Test("HUAWEI CLOUD's own file is good but for its digest, which is told")
    func huaweiCloud() throws {
        let certificate = try HuaweiCloudShape.certificate()
        let linter = MetadataLinter(.saml, at: MetadataSample.now, signedBy: certificate)
        let findings = linter.findings(in: try HuaweiCloudShape.published.get())
        #expect(findings.filter { $0.level == .error }.isEmpty, "\(findings)")
        #expect(findings.contains { $0.rule.id == "metadata.signature.sha1" && $0.level == .warning }, "\(findings)")
    }
}
