import Foundation
import SAML
import TestSupport
import Testing

@Suite("The good path, as the README walks it", .ownThread)
struct GoodPathTests {
    @Test("From init to ready to serve")
    func walk() throws {
        let installation = try Installation()
        let files = try installation.files()
        #expect(try installation.run("init", "--base-url", "https://other.example.com").status == 0)
        #expect(try installation.files() == files, "init is safe to repeat")

        #expect(try installation.run("metadata", "generate").status == 0)
        let metadata = try installation.files()["metadata/idp-metadata.xml"]
        #expect(try installation.run("metadata", "generate").status == 0)
        #expect(try installation.files()["metadata/idp-metadata.xml"] == metadata, "the same input, the same bytes")

        let serviceProvider = try FakeServiceProvider().metadata.document()
        _ = try installation.command.file("sp.xml", String(decoding: serviceProvider, as: UTF8.self))
        #expect(try installation.run("sp", "import", "sp.xml", "--name", "huawei").status == 0)
        #expect(try installation.run("sp", "import", "sp.xml", "--name", "huawei").status == 2)
        #expect(try installation.run("sp", "import", "sp.xml", "--name", "again").status == 2)
        #expect(try installation.run("sp", "import", "sp.xml", "--name", "huawei", "--replace").status == 0)

        try installation.makeKey("mall", "-algorithm", "ed25519")
        let portal = ["portals", "add", "mall", "--sign-in-url", "https://mall.example.com/", "--key", "mall.pub"]
        #expect(try installation.command.run(portal + ["--algorithm", "EdDSA"]).status == 0)
        #expect(try installation.command.run(portal + ["--algorithm", "EdDSA"]).status == 2)

        let token = try installation.run(
            "handoff",
            "mint",
            "--portal",
            "mall",
            "--key",
            "mall.key",
            "--user",
            "u",
            "--account",
            "a"
        )
        #expect(token.status == 0, "\(token.errors)")
        _ = try installation.command.file("token", String(decoding: token.output, as: UTF8.self))
        #expect(try installation.run("handoff", "check", "token").status == 0)

        // One waiting request in sixty-four has an id that begins with a hyphen.
        let mint = ["handoff", "mint", "--portal", "mall", "--key", "mall.key", "--user", "u", "--account", "a"]
        #expect(try installation.command.run(mint + ["--request", "-mWh3r5op8"]).status == 0)

        let missing = try installation.run("serve", "--check")
        #expect(missing.status == 1)
        #expect(String(decoding: missing.output, as: UTF8.self).contains("huawei.platform_id"))
        let ready = try installation.run(
            "serve",
            "--check",
            environment: [
                "DRAWBRIDGE_HUAWEI_PLATFORM_ID": "demo_IDP", "DRAWBRIDGE_HUAWEI_BP_ID": "0123",
                "DRAWBRIDGE_FIRST_LOGIN_WHEN_UNKNOWN": "true",
            ]
        )
        #expect(ready.status == 0, "\(ready.errors)")
    }

    @Test("A P-256 key with its request is made for other service providers, and refused for HUAWEI CLOUD")
    func ellipticKey() throws {
        let huawei = try Installation().run("keys", "generate", "--name", "ec", "--type", "p256")
        #expect(huawei.status == 2)
        #expect(huawei.errors.contains("RSA"))
        let command = try DrawbridgeCommand()
        #expect(try command.run("init", "--base-url", "https://idp.example.com").status == 0)
        #expect(try command.run("keys", "generate", "--name", "ec", "--type", "p256", "--csr").status == 0)
        let request = command.directory.appending(path: "certs/ec.csr.pem").path(percentEncoded: false)
        let verdict = try CommandLineTool.run("openssl", ["req", "-in", request, "-verify", "-noout", "-subject"])
        #expect(verdict.status == 0, "\(verdict.errors)")
        #expect(String(decoding: verdict.output, as: UTF8.self).contains("CN = idp.example.com"))
    }

    @Test(
        "Lists print one object with schema and items",
        arguments: [["keys", "list"], ["sp", "list"], ["portals", "list"], ["explain"]]
    )
    func json(command: [String]) throws {
        let installation = try Installation()
        let outcome = try installation.command.run(command + ["--format", "json"])
        let object = try #require(JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any])
        #expect(object["schema"] is String)
        #expect(object["items"] is [Any])
    }

    @Test("The self-test passes on this machine")
    func selfTest() throws {
        let outcome = try DrawbridgeCommand().run("self-test")
        #expect(outcome.status == 0)
        #expect(!outcome.output.contains(0x1B), "no colour in a pipe")
    }

    @Test("The installed command refuses every attack, in both languages and for machines")
    func attacks() throws {
        for language in ["en", "zh"] {
            let outcome = try DrawbridgeCommand().run("self-test", "--attacks", "--lang", language)
            let text = String(decoding: outcome.output, as: UTF8.self)
            #expect(outcome.status == 0, "\(text)")
            #expect(text.contains("xsw-3") && !text.contains("✗"))
        }
        let outcome = try DrawbridgeCommand().run("self-test", "--attacks", "--format", "json")
        let object = try #require(JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any])
        let items = try #require(object["items"] as? [[String: Any]])
        #expect(Set(items.compactMap { $0["number"] as? Int }) == Set(1...61))
        #expect(items.allSatisfy { $0["is_defended"] as? Bool ?? true })
    }
}
