import Foundation
import JointDebug
import SAML
import TestSupport
import Testing
import XMLSecurity

@Suite("/metrics of a running service")
struct MetricsServiceTests {
    @Test("After a sign-on, refusals and paths that do not exist, every number is there and no path, token or NameID")
    func scrape() async throws {
        let serviceProvider = try FakeServiceProvider()
        let installation = try Self.installation(serviceProvider)
        let ports = try await FreePorts.find(2)
        let service = try installation.command.start("serve", ports: (ports[0], ports[1]))
        defer {
            kill(service.processIdentifier, SIGKILL)
            service.waitUntilExit()
        }
        let base = "http://127.0.0.1:\(ports[0])"
        let operations = "http://127.0.0.1:\(ports[1])"
        var browser = Browser(language: .en)
        for _ in 0..<400 where (try? await browser.open(base + "/healthz")) == nil {
            try await Task.sleep(for: .milliseconds(25))
        }
        let token = try Self.token(installation)
        try await Self.signOn(&browser, serviceProvider, token, base)
        _ = try await browser.open(base + "/saml/sso?SAMLRequest=%25")
        for path in ["one", "two"] { _ = try await browser.open(base + "/nothing/secret-" + path) }

        let text = try await browser.open(operations + "/metrics").text
        let samples = try PrometheusSample.read(text)
        #expect(Self.value(samples, "drawbridge_responses_total", ["sp": serviceProvider.entityID]) == 1)
        #expect(Self.value(samples, "drawbridge_signing_seconds_count", [:]) == 1)
        #expect(Self.value(samples, "drawbridge_http_requests_total", ["route": "NotFound", "status": "404"]) == 2)
        #expect(Self.value(samples, "drawbridge_http_requests_total", ["route": "/saml/sso", "status": "200"]) == 1)
        #expect(Self.value(samples, "drawbridge_http_requests_total", ["route": "/saml/sso", "status": "400"]) == 1)
        #expect(Self.value(samples, "drawbridge_http_requests_total", ["route": "/sso/start/{id}"]) == 1)
        #expect(Self.value(samples, "drawbridge_refusals_total", [:]) == 1)
        #expect(Self.value(samples, "drawbridge_key_expiry_seconds", [:]) > 86_400)
        #expect(Self.value(samples, "drawbridge_store_bytes", [:]) > 0)
        for secret in ["secret-", "u-1", "a-1", token] { #expect(!text.contains(secret), "\(secret) is in \(text)") }
        #expect(try await browser.open(base + "/metrics").status == 404, "the public listener must not tell")
    }

    // The hand-off, then the request that HUAWEI CLOUD sends the browser with.
    private static func signOn(
        _ browser: inout Browser,
        _ serviceProvider: FakeServiceProvider,
        _ token: String,
        _ base: String
    ) async throws {
        let posted = try await browser.submit([("token", token)], to: base + "/sso/start", from: "https://mall.example")
        let location = try #require(posted.redirect, "\(posted.text)")
        let started = try await browser.open(location.replacing("https://idp.example.com", with: base))
        try #require(started.status == 303, "\(started.text)")
        let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
        let request = serviceProvider.request(to: "https://idp.example.com/saml/sso", at: now)
        guard case .redirect(let query) = try serviceProvider.redirect(request) else { return }
        let answer = try await browser.open(base + "/saml/sso?" + String(decoding: query, as: UTF8.self))
        #expect(answer.text.contains("SAMLResponse"), "\(answer.text)")
    }

    private static func value(_ samples: [PrometheusSample], _ name: String, _ labels: [String: String]) -> Double {
        samples.filter { sample in sample.name == name && labels.allSatisfy { sample.labels[$0.key] == $0.value } }
            .map(\.value).reduce(0, +)
    }

    private static func installation(_ serviceProvider: FakeServiceProvider) throws -> Installation {
        let installation = try Installation()
        _ = try installation.command.file(
            "sp.xml",
            String(decoding: serviceProvider.metadata.document(), as: UTF8.self)
        )
        try #require(installation.run("sp", "import", "sp.xml", "--name", "huawei").status == 0)
        try installation.makeKey("mall", "-algorithm", "ed25519")
        let portal = ["portals", "add", "mall", "--sign-in-url", "https://mall.example.com/", "--key", "mall.pub"]
        try #require(installation.command.run(portal + ["--algorithm", "EdDSA"]).status == 0)
        let yaml = installation.command.directory.appending(path: "drawbridge.yaml")
        let text = try String(contentsOf: yaml, encoding: .utf8)
            .replacing("platform_id: \"\"", with: "platform_id: demo_IDP")
            .replacing("bp_id: \"\"", with: "bp_id: \"0123\"")
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
}
