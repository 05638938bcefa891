import Foundation
import HuaweiCloud
import JointDebug
import SAML
import TestSupport
import Testing

@Suite("Associations in a running service", .ownThread)
struct AssociationServiceTests {
    private static let environment = [
        "DRAWBRIDGE_HUAWEI_PLATFORM_ID": "demo_IDP", "DRAWBRIDGE_HUAWEI_BP_ID": "0123",
        "DRAWBRIDGE_FIRST_LOGIN_WHEN_UNKNOWN": "true", "DRAWBRIDGE_NOTIFICATION_SIGNED_OVER": "decoded-json",
    ]

    private static func installation(_ serviceProvider: FakeServiceProvider) throws -> Installation {
        let installation = try Installation()
        let metadata = String(decoding: try serviceProvider.metadata.document(), as: UTF8.self)
        _ = try installation.command.file("sp.xml", metadata)
        try #require(installation.run("sp", "import", "sp.xml", "--name", "huawei").status == 0)
        try installation.makeKey("mall", "-algorithm", "ed25519")
        let portal = ["portals", "add", "mall", "--sign-in-url", "https://mall.example.com/", "--key", "mall.pub"]
        let more = ["--algorithm", "EdDSA", "--after-binding-url", "https://mall.example.com/bound"]
        try #require(installation.command.run(portal + more).status == 0)
        let yaml = installation.command.directory.appending(path: "drawbridge.yaml")
        let text = try String(contentsOf: yaml, encoding: .utf8)
            .replacing("platform_id: \"\"", with: "platform_id: demo_IDP")
            .replacing("when_unknown: \"\"", with: "when_unknown: true")
        try Data(text.utf8).write(to: yaml)
        return installation
    }

    private static func token(_ installation: Installation) throws -> String {
        let command = ["handoff", "mint", "--portal", "mall", "--key", "mall.key", "--user", "u-1", "--account", "a-1"]
        let outcome = try installation.command.run(command)
        try #require(outcome.status == 0, "\(outcome.errors)")
        return String(decoding: outcome.output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static let portal = "https://mall.example.com/"

    // The service says where it is in public; the test reaches it on this machine.
    private static func start(_ browser: inout Browser, _ token: String, _ base: String) async throws -> WebExchange {
        let posted = try await browser.submit([("token", token)], to: base + "/sso/start", from: portal)
        let location = try #require(posted.redirect, "\(posted.text)")
        return try await browser.open(location.replacing("https://idp.example.com", with: base))
    }

    @Test("A first login, a notification signed in another form, `replay`, and the next login is none")
    func wholeWay() async throws {
        let serviceProvider = try FakeServiceProvider()
        let installation = try Self.installation(serviceProvider)
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
        let first = try await Self.start(&browser, Self.token(installation), base)
        #expect(first.redirect?.contains("isFirstLogin=true") == true, "\(first.text)")

        let message = AssociationMessage(xUserID: "u-1", domainName: "zhangwei", domainID: "d-1", action: .bind)
        let notification = try SimulatedNotification(message, signedBy: serviceProvider.key, over: .decodedJSON)
        let fields = [
            ("bindRequest", notification.bindRequest), ("SigAlg", notification.sigAlg),
            ("Signature", notification.signature),
        ]
        let refused = try await browser.submit(fields, to: base + "/huawei/association", from: Self.portal)
        #expect(refused.status == 403)
        #expect(refused.text.contains("association.signature"))

        for (more, state) in [(["--dry-run"], "pending"), ([], "bound")] {
            let replay = try installation.command.run(["associations", "replay"] + more, environment: Self.environment)
            #expect(String(decoding: replay.output, as: UTF8.self).contains("applied"), "\(replay.errors)")
            let shown = try installation.run("associations", "show", "a-1", "--format", "json")
            #expect(String(decoding: shown.output, as: UTF8.self).contains("\"state\" : \"\(state)\""))
        }
        let second = try await Self.start(&browser, Self.token(installation), base)
        #expect(second.redirect?.contains("isFirstLogin=false") == true, "\(second.text)")
        let log = try String(contentsOf: installation.command.directory.appending(path: "log"), encoding: .utf8)
        #expect(log.contains("one over decoded-json"))
        for secret in ["u-1", "a-1", "d-1", "zhangwei"] { #expect(!log.contains(secret), "\(secret) is logged") }
    }
}
