import Foundation
import SAML
import TestSupport
import Testing
import XMLSecurity

@Suite("The commands over metadata", .ownThread)
struct MetadataCommandTests {
    private static func text(_ outcome: CommandLineTool.Outcome) -> String {
        String(decoding: outcome.output, as: UTF8.self)
    }

    private static func object(_ outcome: CommandLineTool.Outcome) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any])
    }

    private static func installation() throws -> Installation {
        let installation = try Installation()
        try #require(installation.run("metadata", "generate", "--output", "own.xml").status == 0)
        return installation
    }

    private static let key = [
        "--key", "certs/private/signing-1.key.pem", "--certificate", "certs/signing-1.crt.pem", "--passphrase-file",
        "certs/private/passphrase",
    ]

    @Test("What we generate ourselves has no error, in both languages", arguments: ["en", "zh"])
    func own(language: String) throws {
        let installation = try Self.installation()
        let outcome = try installation.run(
            "metadata",
            "lint",
            "own.xml",
            "--signing-certificate",
            "certs/signing-1.crt.pem",
            "--lang",
            language
        )
        #expect(outcome.status == 0, "\(Self.text(outcome))")
        #expect(Self.text(outcome).contains(language == "zh" ? "错误：0，警告：0，提示：1" : "errors: 0, warnings: 0, notes: 1"))
    }

    @Test("Every finding is told at once, and an error ends the command with 1")
    func findings() throws {
        let command = try DrawbridgeCommand()
        let broken = MetadataSample.identityProvider.replacing("https://idp.example.com/sso", with: "/sso")
            .replacing("entityID=\"https://idp.example.com/saml\"", with: "entityID=\"x\"")
        _ = try command.file("idp.xml", broken)
        let outcome = try command.run("metadata", "lint", "idp.xml", "--format", "json")
        #expect(outcome.status == 1)
        let object = try Self.object(outcome)
        #expect(object["schema"] as? String == "drawbridge.lint.v1")
        let items = try #require(object["items"] as? [[String: Any]])
        let rules = Set(items.compactMap { $0["rule"] as? String })
        #expect(
            rules.isSuperset(of: [
                "metadata.entity-id.uri", "metadata.endpoint.location", "huawei.idp.entity-id",
                "huawei.idp.single-sign-on",
            ]),
            "\(rules)"
        )
        for item in items {
            #expect(
                item["line"] is Int && item["xpath"] is String && item["title_zh"] is String && item["hint"] is String
            )
        }
    }

    @Test("A warning alone is no failure, and a profile is chosen by its name")
    func warning() throws {
        let command = try DrawbridgeCommand()
        _ = try command.file("idp.xml", MetadataSample.identityProvider.replacing("technical", with: "billing"))
        let all = try command.run("metadata", "lint", "idp.xml", "--profile", "saml2int")
        #expect(all.status == 0 && Self.text(all).contains("saml2int.contact"), "\(Self.text(all))")
        let saml = try command.run("metadata", "lint", "idp.xml", "--profile", "saml")
        #expect(!Self.text(saml).contains("saml2int.contact"))
    }

    @Test("SARIF names its version, the rules, and each finding's line")
    func sarif() throws {
        let command = try DrawbridgeCommand()
        _ = try command.file("a b.xml", "<a>\n<b>")
        let outcome = try command.run("metadata", "lint", "a b.xml", "--format", "sarif", "--profile", "saml")
        #expect(outcome.status == 1)
        let log = try Self.object(outcome)
        #expect(log["version"] as? String == "2.1.0" && log["$schema"] is String)
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let result = try #require((run["results"] as? [[String: Any]])?.first)
        #expect(result["ruleId"] as? String == "metadata.document.malformed")
        #expect(result["level"] as? String == "error" && result["ruleIndex"] as? Int == 0)
        let location = try #require(
            (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
        )
        #expect((location["artifactLocation"] as? [String: String])?["uri"] == "a%20b.xml")
        #expect((location["region"] as? [String: Int])?["startLine"] != nil)
        let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
        #expect((driver?["rules"] as? [[String: Any]])?.first?["id"] as? String == "metadata.document.malformed")
    }

    @Test("A signed file verifies with its certificate and says the same as before")
    func sign() throws {
        let installation = try Self.installation()
        let command = installation.command
        let signing = try command.run(["metadata", "sign", "own.xml", "--out", "signed.xml"] + Self.key)
        #expect(signing.status == 0, "\(signing.errors)")
        let certificate = "certs/signing-1.crt.pem"
        let verified = try command.run("metadata", "verify", "signed.xml", "--certificate", certificate)
        #expect(verified.status == 0 && Self.text(verified).contains("rsa-sha256"), "\(Self.text(verified))")
        let json = try command.run("metadata", "verify", "signed.xml", "--certificate", certificate, "--format", "json")
        #expect(try Self.object(json)["schema"] as? String == "drawbridge.metadata-verify.v1")
        let same = try command.run("metadata", "diff", "own.xml", "signed.xml", "--exit-code")
        #expect(same.status == 0 && Self.text(same).contains("same"))
        let lint = try command.run("metadata", "lint", "signed.xml", "--certificate", certificate)
        #expect(lint.status == 0 && !Self.text(lint).contains("metadata.signature"))
    }

    @Test("Signing again is refused where something would be lost")
    func loss() throws {
        let installation = try Self.installation()
        _ = try installation.command.file("idp.xml", MetadataSample.identityProvider)
        let before = try installation.files()
        let outcome = try installation.command.run(["metadata", "sign", "idp.xml", "--out", "out.xml"] + Self.key)
        #expect(
            outcome.status == 2 && outcome.errors.contains("md:IDPSSODescriptor/md:Extensions"),
            "\(outcome.errors)"
        )
        #expect(try installation.files() == before)
    }

    @Test("What does not verify ends with 1 and says why")
    func refused() throws {
        let installation = try Self.installation()
        let sp = try FakeServiceProvider()
        let signed = String(decoding: try sp.metadata.document(signedBy: sp.key, id: "_signed"), as: UTF8.self)
        let command = installation.command
        _ = try command.file("sp.xml", signed)
        _ = try command.file("changed.xml", signed.replacing("com/authui", with: "com/other"))
        _ = try command.file("sp.pem", String(decoding: sp.key.certificate.pem, as: UTF8.self))
        let cases = [
            ("own.xml", "sp.pem", "signature.missing"), ("changed.xml", "sp.pem", "signature.reference-mismatch"),
            ("sp.xml", "certs/signing-1.crt.pem", "signature.value-mismatch"),
        ]
        for (file, certificate, code) in cases {
            let outcome = try command.run("metadata", "verify", file, "--certificate", certificate)
            #expect(outcome.status == 1 && Self.text(outcome).contains(code), "\(Self.text(outcome))")
        }
    }

    @Test("A difference is told in both languages, and ends with 1 only when that is asked for")
    func diff() throws {
        let installation = try Self.installation()
        let own = try #require(installation.files()["own.xml"])
        let other = String(decoding: own, as: UTF8.self).replacing(
            "https://idp.example.com/saml/sso",
            with: "https://idp.example.com/x"
        )
        _ = try installation.command.file("new.xml", other)
        let english = try installation.run("metadata", "diff", "own.xml", "new.xml")
        #expect(english.status == 0 && Self.text(english).contains("SingleSignOnService changed from"))
        let chinese = try installation.run("metadata", "diff", "own.xml", "new.xml", "--lang", "zh", "--exit-code")
        #expect(chinese.status == 1 && Self.text(chinese).contains("改为"))
        let json = try Self.object(try installation.run("metadata", "diff", "own.xml", "new.xml", "--format", "json"))
        let items = try #require(json["items"] as? [[String: Any]])
        #expect(json["schema"] as? String == "drawbridge.metadata-diff.v1" && !items.isEmpty)
        #expect(items.allSatisfy { $0["kind"] as? String == "changed" && $0["sentence_zh"] is String })
    }

    @Test("A lint rule is explained as a refusal code is")
    func explain() throws {
        let outcome = try DrawbridgeCommand().run("explain", "metadata.certificate.expiry", "--lang", "zh")
        #expect(outcome.status == 0 && Self.text(outcome).contains("轮换"), "\(Self.text(outcome))")
    }
}
