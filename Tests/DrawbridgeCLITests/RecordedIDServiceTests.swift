import Foundation
import JointDebug
import SAML
import TestSupport
import Testing

@Suite("A running service and recorded ids", .ownThread)
struct RecordedIDServiceTests {
    @Test("A platform id that is recorded while the service runs stands in the next login link")
    func follows() async throws {
        let installation = try Installation()
        try installation.makeKey("mall", "-algorithm", "ed25519")
        let portal = ["portals", "add", "mall", "--sign-in-url", "https://mall.example.com/", "--key", "mall.pub"]
        try #require(installation.command.run(portal + ["--algorithm", "EdDSA"]).status == 0)
        // What is imported in joint debugging is listed; without it nobody is.
        let metadata = String(decoding: try FakeServiceProvider().metadata.document(), as: UTF8.self)
        _ = try installation.command.file("sp.xml", metadata)
        try #require(installation.run("sp", "import", "sp.xml", "--name", "huawei").status == 0)
        let ports = try await FreePorts.find(2)
        let service = try installation.command.start("serve", ports: (ports[0], ports[1]))
        defer {
            kill(service.processIdentifier, SIGKILL)
            service.waitUntilExit()
        }
        let base = "http://127.0.0.1:\(ports[0])"
        var browser = Browser(language: .en)
        for _ in 0..<400 where (try? await browser.open(base + "/healthz")) == nil {
            try await Task.sleep(for: .milliseconds(25))
        }
        let refused = try await start(&browser, installation, base)
        #expect(refused.status == 403 && refused.text.contains("session.huawei-not-configured"), "\(refused.text)")

        let ids = ["--platform-id", "example_IDP", "--by", "Li"]
        #expect(try installation.command.run(["access-config", "record"] + ids).status == 0)
        var location: String?
        for _ in 0..<200 where location == nil {
            location = try await start(&browser, installation, base).redirect
            if location == nil { try await Task.sleep(for: .milliseconds(50)) }
        }
        let page = try #require(location).replacing("https://idp.example.com", with: base)
        let landed = try await browser.open(page)
        #expect(landed.redirect?.contains("xAccountType=example_IDP") == true, "\(landed.text)")
    }

    private func start(_ browser: inout Browser, _ installation: Installation, _ base: String) async throws
        -> WebExchange
    {
        let command = ["handoff", "mint", "--portal", "mall", "--key", "mall.key", "--user", "u", "--account", "a"]
        let minted = try installation.command.run(command + ["--first-login", "true"])
        let token = String(decoding: minted.output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        try #require(minted.status == 0, "\(minted.errors)")
        return try await browser.submit([("token", token)], to: base + "/sso/start", from: "https://mall.example")
    }
}
