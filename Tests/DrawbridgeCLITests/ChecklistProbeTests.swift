import Foundation
import SAML
import TestSupport
import Testing
import XMLSecurity

/// Nothing here leaves this machine, but for the resolver that is asked for a name that cannot exist.
@Suite("Rules about the world on real installations", .ownThread)
struct ChecklistProbeTests {
    /// Our public address is one that nobody answers at.
    private static let inside = ["DRAWBRIDGE_BASE_URL": "http://127.0.0.1:9"]

    @Test("world.sp-certificate: what is served, imported and listed is one set, or it fails")
    func partner() async throws {
        let page: @Sendable (Int) throws -> String = { port in
            String(decoding: try Self.provider(port).metadata.document(), as: UTF8.self)
        }
        try await LoopbackPages.serve(page, at: "/authui/saml/metadata.xml") { port in
            try await LoopbackPages.aside { try Self.partner(port) }
        }
    }

    private static func provider(_ port: Int, _ key: FakeKey = .served) throws -> FakeServiceProvider {
        try FakeServiceProvider(
            entityID: "http://127.0.0.1:\(port)/",
            assertionConsumerService: "http://127.0.0.1:\(port)/acs",
            key: key == .served ? TestPKI.rsa2048Other : TestPKI.rsa2048
        )
    }

    private enum FakeKey {
        case served
        case other
    }

    private static func partner(_ port: Int) throws {
        let stand = try ChecklistStand()
        let site = [
            "DRAWBRIDGE_HUAWEI_SITE": "simulation", "DRAWBRIDGE_HUAWEI_SIMULATION_LOGIN": "http://127.0.0.1:\(port)",
            "DRAWBRIDGE_HUAWEI_SIMULATION_CONSOLE": "http://127.0.0.1:9",
        ]
        let environment = inside.merging(site) { $1 }
        let rules = ["world.sp-certificate", "whitelist.certificates"]
        func require(_ expected: [String], _ when: String) throws {
            var items = try stand.items(rules, ["--probe"], environment: environment)
            // A busy machine may take longer than a probe waits, and must not decide a test.
            for _ in 0..<20 where String(describing: items).contains("timeout") {
                items = try stand.items(rules, ["--probe"], environment: environment)
            }
            #expect(rules.map { items[$0]?["verdict"] as? String } == expected, "\(when): \(items)")
            #expect(items["world.sp-certificate"]?["proved_against"] as? String == "simulation")
        }
        let (served, other) = (try provider(port), try provider(port, .other))
        try stand.take(other, environment: environment)
        try require(["fail", "pass"], "not imported")
        try stand.take(served, environment: environment)
        try require(["pass", "pass"], "imported")
        let acs = "acs=" + served.assertionConsumerService
        let old = "certificates=" + other.key.certificate.fingerprint
        let id = try stand.list("service-provider", served.entityID, acs, old)
        try require(["fail", "fail"], "imported and not listed")
        try stand.retire(id)
        try stand.list(
            "service-provider",
            served.entityID,
            acs,
            "certificates=" + served.key.certificate.fingerprint
        )
        try require(["pass", "pass"], "imported and listed")
        try stand.take(other, environment: environment)
        try require(["fail", "fail"], "listed and not imported")
    }

    @Test("Gateway, portal and time server without a network are not verified; who refuses has failed")
    func network() throws {
        let stand = try ChecklistStand()
        let portal = "name: shop\nsign_in_url: https://shop.example.com/\nalgorithm: EdDSA\nkey_private_network: true\n"
        let rules = ["world.gateways", "world.gateway-clock", "world.portal-keys", "world.clock"]
        for (host, expected) in [
            ("nobody.invalid", ["not-verified", "not-verified", "not-verified", "not-verified"]),
            ("127.0.0.1", ["fail", "not-verified", "fail", "not-verified"]),
        ] {
            let id = try stand.list("gateway", host + ":9")
            _ = try stand.installation.command.file("portals/shop.yaml", portal + "key_url: https://\(host):9/keys\n")
            let items = try stand.items(rules, ["--probe", "--time-server", host], environment: Self.inside)
            #expect(rules.map { items[$0]?["verdict"] as? String } == expected, "\(host): \(items)")
            try stand.retire(id)
        }
    }

    @Test("world.return-addresses: none is good, one that nobody serves fails, one in the house says nothing")
    func returnAddresses() throws {
        let stand = try ChecklistStand()
        func verdict(_ page: String?) throws -> String {
            let set = page.map { ["DRAWBRIDGE_PARTNER_CENTER_PAID_URL": $0] } ?? [:]
            return try stand.verdict("world.return-addresses", "--probe", environment: Self.inside.merging(set) { $1 })
        }
        #expect(try verdict(nil) == "pass")
        #expect(try verdict("http://127.0.0.1:9/orders") == "fail")
        #expect(try verdict("https://127.0.0.1:9/orders") == "not-verified")
        #expect(try verdict("https://nobody.invalid/orders") == "not-verified")
    }
}
