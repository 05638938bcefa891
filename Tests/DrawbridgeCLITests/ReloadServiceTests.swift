import Foundation
import JointDebug
import SAML
import TestSupport
import Testing
import XMLSecurity

@Suite("A running service follows its files", .ownThread)
struct ReloadServiceTests {
    @Test("An SP that is imported is known, one that is removed is not, without a restart")
    func serviceProviders() async throws {
        let service = try await RunningService()
        var browser = Browser(language: .en)
        let other = try FakeServiceProvider(entityID: "https://other.example/sp")
        #expect(try await service.request(of: &browser, by: other).text.contains("issuer.unknown"))
        _ = try service.installation.command.file("other.xml", Self.metadata(of: other))
        try #require(service.installation.run("sp", "import", "other.xml", "--name", "other").status == 0)
        try await service.logs("reloaded")
        let known = try await service.request(of: &browser, by: other)
        #expect(known.redirect?.hasPrefix("https://mall.example.com/") == true, "\(known.text)")
        try #require(service.installation.run("sp", "remove", "other").status == 0)
        try await Self.eventually { try await service.request(of: &browser, by: other).text.contains("issuer.unknown") }
    }

    @Test("A portal that is added hands over, one that is removed does not")
    func portals() async throws {
        let service = try await RunningService()
        try service.installation.makeKey("shop", "-algorithm", "ed25519")
        let shop = ["portals", "add", "shop", "--sign-in-url", "https://shop.example.com/", "--key", "shop.pub"]
        let asShop = ["--portal", "shop", "--key", "shop.key"]
        try #require(service.installation.command.run(shop + ["--algorithm", "EdDSA"]).status == 0)
        try await service.logs("reloaded")
        var browser = Browser(language: .en)
        #expect(try await service.start(&browser, service.token(asShop)).status == 303)
        let token = try service.token(asShop)
        try #require(service.installation.run("portals", "remove", "shop").status == 0)
        try await Self.eventually {
            var other = Browser(language: .en)
            return try await service.start(&other, token).text.contains("token.signature")
        }
        var third = Browser(language: .en)
        #expect(try await service.signOn(&third).text.contains("SAMLResponse"))
    }

    @Test("A bad new file keeps what is served, says so in the log and in /readyz, and mended it is taken")
    func badFile() async throws {
        let service = try await RunningService()
        let file = service.installation.command.directory.appending(path: "metadata/sp/huawei.xml")
        let good = try Data(contentsOf: file)
        try Data("<EntityDescriptor".utf8).write(to: file)
        let answer = try await service.readiness { ($0["warnings"] as? [String])?.isEmpty == false }
        #expect(answer["ready"] as? Bool == true)
        #expect((answer["warnings"] as? [String])?.first?.contains("huawei.xml") == true, "\(answer)")
        #expect(try service.log.contains("what changed cannot be used"))
        var browser = Browser(language: .en)
        #expect(try await service.signOn(&browser).text.contains("SAMLResponse"))
        try good.write(to: file)
        try await service.readiness { ($0["warnings"] as? [String])?.isEmpty == true }
    }

    @Test("A key file that is taken away keeps the old key signing; put back it is found without anybody's help")
    func keyFile() async throws {
        let service = try await RunningService()
        let directory = service.installation.command.directory
        let keys = directory.appending(path: "certs/private")
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: keys.path(percentEncoded: false))
                .first { $0.hasSuffix(".key.pem") }
        )
        let aside = directory.appending(path: "aside.pem")
        try FileManager.default.moveItem(at: keys.appending(path: name), to: aside)
        try await service.readiness { ($0["warnings"] as? [String])?.isEmpty == false }
        var browser = Browser(language: .en)
        #expect(try await service.signOn(&browser).text.contains("SAMLResponse"))
        try FileManager.default.moveItem(at: aside, to: keys.appending(path: name))
        try await service.readiness { ($0["warnings"] as? [String])?.isEmpty == true }
    }

    @Test("SIGHUP reloads though nothing changed, and ends nothing")
    func hangUp() async throws {
        let service = try await RunningService()
        service.send(SIGHUP)
        try await service.logs("reloaded")
        var browser = Browser(language: .en)
        #expect(try await service.signOn(&browser).text.contains("SAMLResponse"))
    }

    @Test("An SP whose metadata has ended is left out with a warning, and the others are served")
    func ended() async throws {
        let old = try FakeServiceProvider(entityID: "https://old.example/sp")
        let metadata = try Self.metadata(of: old)
            .replacing("<md:EntityDescriptor ", with: "<md:EntityDescriptor validUntil=\"2020-01-01T00:00:00Z\" ")
        try #require(metadata.contains("validUntil"))
        let service = try await RunningService { installation in
            _ = try installation.command.file("metadata/sp/old.xml", metadata)
        }
        let answer = try await service.readiness { _ in true }
        #expect((answer["warnings"] as? [String])?.contains { $0.contains("old.xml") } == true, "\(answer)")
        var browser = Browser(language: .en)
        #expect(try await service.request(of: &browser, by: old).text.contains("issuer.unknown"))
        #expect(try await service.signOn(&browser).text.contains("SAMLResponse"))
        let listed = try service.installation.run("sp", "list")
        #expect(listed.status == 0 && listed.errors.contains("old.xml"))
    }

    private static func metadata(of provider: FakeServiceProvider) throws -> String {
        String(decoding: try provider.metadata.document(), as: UTF8.self)
    }

    private static func eventually(_ holds: () async throws -> Bool) async throws {
        for _ in 0..<2400 {
            if try await holds() { return }
            try await Task.sleep(for: .milliseconds(25))
        }
        Issue.record("it did not come to that")
    }
}
