import NIOCore
import Onboarding
import SAML
import TestSupport
import Testing
import XMLSecurity

@testable import Probes

@Suite("Everything that the checklist asks of the world is looked at")
struct WorldCollectorTests {
    private static let now = Instant(seconds: 1_795_000_000)
    private static let metadata = "<metadata/>"
    private static let metadataHash = Hexadecimal.encode(Digest.sha256(Array(metadata.utf8)))
    private static let strong = "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\"}]}"
    private static let weak = "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\"},{\"kty\":\"RSA\",\"n\":\"\(short)\"}]}"
    // 1024 bits.
    private static let short = "_" + String(repeating: "_", count: 169) + "w"
    private static let good = [
        "GET /healthz": "200 ok", "GET /saml/metadata": "200 " + metadata, "POST /huawei/association": "403 no",
        "GET /keys": "200 " + strong, "GET /orders": "200 here", "GET /": "404 no",
    ]

    private static let date = "Wed, 18 Nov 2026 11:06:40 GMT"

    /// Looks at one server that is everybody: gateway, portal, SP and ourselves.
    private static func collect(
        _ answers: [String: String],
        date: String = date,
        days: Int = 3650
    ) async throws -> WorldEvidence {
        let server = try FakeWebServer(answers, date: date, days: days)
        let limits = ProbeLimits(step: .hours(24), allowsPrivateAddresses: true, authorities: server.authorities)
        let clock: @Sendable () -> Instant = { now }
        let seen = await WorldCollector(limits, now: clock).collect(try targets(server))
        server.stop()
        return seen
    }

    private static func targets(_ server: FakeWebServer) throws -> WorldTargets {
        WorldTargets(
            timeServer: nil,
            gateways: [try GatewayAddress("localhost:\(server.port)")],
            base: server.base,
            metadataHash: metadataHash,
            returnAddresses: [server.base + "/orders"],
            portals: [PortalKeysProbe.Portal("shop", url: server.base + "/keys") { _ in }],
            partners: [PartnerMetadataProbe.Published("sp", url: server.base + "/sp", imported: [])]
        )
    }

    @Test("Every rule about the world gets a look, and a good one where all is well")
    func good() async throws {
        let looks = try await Self.collect(Self.good).looks
        let rules = ChecklistRule.all.map(\.id).filter { $0.hasPrefix("world.") }
        #expect(Set(looks.keys) == Set(rules))
        let unseen = ["world.clock", "world.sp-certificate"]
        for rule in rules {
            let expected: WorldEvidence.Look.Judgement = unseen.contains(rule) ? .unseen : .good
            #expect(looks[rule]?.judgement == expected, "\(rule): \(looks[rule]?.facts ?? [])")
        }
    }

    @Test(
        "What is not as it should be is told by its rule",
        arguments: [
            ("GET /healthz", "503 no", "world.public-base"), ("GET /saml/metadata", "200 other", "world.public-base"),
            ("POST /huawei/association", "404 no", "world.notification"),
            ("POST /huawei/association", "200 hello", "world.notification"),
            ("GET /orders", "404 no", "world.return-addresses"), ("GET /orders", "502 no", "world.return-addresses"),
            ("GET /keys", "404 no", "world.portal-keys"),
            ("GET /keys", "200 " + weak, "world.portal-keys"), ("GET /keys", "200 {}", "world.portal-keys"),
            ("GET /sp", "200 <html/>", "world.sp-certificate"),
        ]
    )
    func bad(path: String, answer: String, rule: String) async throws {
        let looks = try await Self.collect(Self.good.merging([path: answer]) { $1 }).looks
        #expect(looks[rule]?.judgement == .bad)
        #expect(looks[rule]?.facts.isEmpty == false)
    }

    @Test("A return address may ask to sign in or lead on", arguments: ["302 on", "401 who", "403 no", "405 no"])
    func returnAddress(answer: String) async throws {
        let looks = try await Self.collect(Self.good.merging(["GET /orders": answer]) { $1 }).looks
        #expect(looks["world.return-addresses"]?.judgement == .good)
    }

    @Test(
        "The gateway's time is compared with ours: seconds are doubtful, minutes wrong, and no time says nothing",
        arguments: [
            ("Wed, 18 Nov 2026 11:06:45 GMT", .doubtful), ("Wed, 18 Nov 2026 11:04:40 GMT", .bad), ("today", .unseen),
        ] as [(String, WorldEvidence.Look.Judgement)]
    )
    func gatewayClock(date: String, expected: WorldEvidence.Look.Judgement) async throws {
        let looks = try await Self.collect(Self.good, date: date).looks
        #expect(looks["world.gateway-clock"]?.judgement == expected, "\(looks["world.gateway-clock"]?.facts ?? [])")
    }

    @Test("One gateway that tells the time is enough, and one that tells a wrong one is not outvoted")
    func toldTime() {
        func told(_ judgements: WorldEvidence.Look.Judgement...) -> WorldEvidence.Look.Judgement {
            WorldEvidence.Look.told(judgements.map { WorldEvidence.Look($0, facts: []) }).judgement
        }
        #expect(told(.good, .unseen) == .good)
        #expect(told(.unseen, .unseen) == .unseen)
        #expect(told(.good, .doubtful, .unseen) == .doubtful)
        #expect(told(.good, .bad, .doubtful) == .bad)
    }

    @Test("What the SP serves is compared with metadata and whitelist as sets, and told to the rule of the whitelist")
    func served() async throws {
        let certificate = try TestPKI.certificate(for: TestPKI.rsa2048)
        let other = try TestPKI.certificate(for: TestPKI.rsa2048Other).fingerprint
        let provider = try FakeServiceProvider(entityID: "https://sp.example/", key: TestPKI.rsa2048)
        let metadata = String(decoding: try provider.metadata.document(), as: UTF8.self)
        let own = provider.key.certificate.fingerprint
        #expect(certificate.fingerprint != own)
        let server = try FakeWebServer(["GET /sp": "200 " + metadata])
        let limits = ProbeLimits(step: .hours(24), allowsPrivateAddresses: true, authorities: server.authorities)
        let probe = PartnerMetadataProbe(limits, now: { Self.now })
        let cases: [(Set<String>, Set<String>?, WorldEvidence.Look.Judgement)] = [
            ([own], nil, .good), ([own], [own], .good), ([other], nil, .bad), ([own, other], nil, .bad),
            ([own], [other], .bad), ([own], [own, other], .bad), ([own], [], .bad),
        ]
        for (imported, listed, expected) in cases {
            let sight = await probe.look(
                .init("https://sp.example/", url: server.base + "/sp", imported: imported, listed: listed)
            )
            #expect(sight.look.judgement == expected, "\(sight.look.facts)")
            #expect(sight.served == [own])
        }
        server.stop()
    }

    @Test("Nobody is called for a rule that is not to be judged")
    func wanted() async throws {
        let server = try FakeWebServer(Self.good, date: Self.date)
        let limits = ProbeLimits(step: .hours(24), allowsPrivateAddresses: true, authorities: server.authorities)
        let collector = WorldCollector(limits, now: { Self.now })
        let keys = await collector.collect(try Self.targets(server)) { $0 == "world.portal-keys" }
        #expect(Array(keys.looks.keys) == ["world.portal-keys"] && server.asked == ["GET /keys"])
        let listed = await collector.collect(try Self.targets(server)) { $0 == "whitelist.certificates" }
        #expect(Array(listed.looks.keys) == ["world.sp-certificate"] && server.asked == ["GET /keys", "GET /sp"])
        server.stop()
    }

    @Test("With nothing to look at no rule about the outside is good, but where nothing is to be looked at")
    func nothing() async {
        let targets = WorldTargets(
            timeServer: nil,
            gateways: [],
            base: nil,
            metadataHash: "",
            returnAddresses: [],
            portals: [],
            partners: []
        )
        let looks = await WorldCollector(now: { Self.now }).collect(targets).looks
        let good = looks.filter { $0.value.isGood == true }.map(\.key).sorted()
        #expect(good == ["world.portal-keys", "world.return-addresses"])
        #expect(looks.values.allSatisfy { $0.isGood != false && !$0.facts.isEmpty })
    }

    @Test("Without a network nothing is known of the others; who refuses or answers nothing has failed")
    func noNetwork() async throws {
        func collect(_ host: String) async throws -> [String: WorldEvidence.Look] {
            let targets = WorldTargets(
                timeServer: WorldTargets.TimeServer(host),
                gateways: [try GatewayAddress(host + ":9")],
                base: "https://\(host):9",
                metadataHash: "",
                returnAddresses: ["https://\(host):9/orders"],
                portals: [PortalKeysProbe.Portal("shop", url: "https://\(host):9/keys", isPrivate: true) { _ in }],
                partners: [PartnerMetadataProbe.Published("sp", url: "https://\(host):9/sp", imported: [])]
            )
            let limits = ProbeLimits(step: .hours(24), allowsPrivateAddresses: true)
            return await WorldCollector(limits, now: { Self.now }).collect(targets).looks
        }
        let unknown = try await collect("nobody.invalid")
        for rule in ["clock", "gateways", "gateway-clock", "return-addresses", "portal-keys", "sp-certificate"] {
            #expect(unknown["world." + rule]?.judgement == .unseen, "\(rule)")
        }
        // Nobody listens on the port for discarding.
        let refused = try await collect("127.0.0.1")
        for rule in ["gateways", "return-addresses", "portal-keys"] {
            #expect(refused["world." + rule]?.judgement == .bad, "\(rule)")
        }
        #expect(refused["world.clock"]?.judgement == .unseen)
        #expect(ProbeFault.allCases.filter(\.isOfNetwork) == [.unknownName, .unreachable])
    }

    @Test("Results keep the order of what was asked, however many there are")
    func order() async {
        let jobs: [WorldCollector.Job] = (0..<20).map { index in
            WorldCollector.Job([]) { .one("\(index)", .one(true, "", "")) }
        }
        #expect(await WorldCollector.run(jobs).compactMap(\.looks.keys.first) == (0..<20).map(String.init))
    }

    @Test("A base that only we can reach says nothing about the outside")
    func inside() async {
        let report = await PublicBaseProbe(now: { Self.now }).look("https://127.0.0.1:9")
        let looks = report.looks(base: "https://127.0.0.1:9/", metadataHash: Self.metadataHash)
        #expect(looks["world.public-base"]?.isGood == nil)
        #expect(looks["world.notification"]?.isGood == nil)
    }

    @Test("A report is read as it was written; of another address it says nothing")
    func report() throws {
        let answer = SeenAnswer(status: 200, sha256: Self.metadataHash)
        let report = PublicBaseReport(
            at: Self.now,
            base: "https://idp.example",
            health: answer,
            metadata: answer,
            notification: SeenAnswer(status: 400)
        )
        let read = try PublicBaseReport(json: report.json)
        #expect(read == report && read.instant == Self.now)
        let looks = read.looks(base: "https://idp.example/", metadataHash: Self.metadataHash)
        #expect(looks.values.allSatisfy { $0.isGood == true })
        let others = read.looks(base: "https://other.example", metadataHash: Self.metadataHash)
        #expect(others.values.allSatisfy { $0.isGood == nil })
    }

    @Test("What is no report is refused")
    func noReport() throws {
        #expect(throws: PublicBaseReportFault.malformed) { try PublicBaseReport(json: Array("{}".utf8)) }
        #expect(throws: PublicBaseReportFault.tooLong) {
            try PublicBaseReport(json: [UInt8](repeating: 0x20, count: PublicBaseReport.longest + 1))
        }
    }
}
