import NIOCore
import Onboarding
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
        "GET /keys": "200 " + strong,
    ]

    private static func collect(_ answers: [String: String]) async throws -> [String: WorldEvidence.Look] {
        let server = try FakeWebServer(answers)
        let limits = ProbeLimits(step: .seconds(600), allowsPrivateAddresses: true, authorities: server.authorities)
        let targets = WorldTargets(
            timeServer: nil,
            gateways: [try GatewayAddress("localhost:\(server.port)")],
            base: server.base,
            metadataHash: metadataHash,
            portals: [PortalKeysProbe.Portal("shop", url: server.base + "/keys") { _ in }],
            partners: [PartnerMetadataProbe.Published("sp", url: server.base + "/sp", imported: [])]
        )
        let clock: @Sendable () -> Instant = { now }
        let seen = await WorldCollector(limits, now: clock).collect(targets)
        server.stop()
        return seen.looks
    }

    @Test("Every rule about the world gets a look, and a good one where all is well")
    func good() async throws {
        let looks = try await Self.collect(Self.good)
        let rules = ChecklistRule.all.map(\.id).filter { $0.hasPrefix("world.") }
        #expect(Set(looks.keys) == Set(rules))
        for rule in ["world.gateways", "world.public-base", "world.notification", "world.portal-keys"] {
            #expect(looks[rule]?.isGood == true, "\(rule): \(looks[rule]?.facts ?? [])")
        }
        #expect(looks["world.clock"]?.isGood == nil)
        #expect(looks["world.sp-certificate"]?.isGood == nil)
    }

    @Test(
        "What is not as it should be is told by its rule",
        arguments: [
            ("GET /healthz", "503 no", "world.public-base"), ("GET /saml/metadata", "200 other", "world.public-base"),
            ("POST /huawei/association", "404 no", "world.notification"),
            ("POST /huawei/association", "200 hello", "world.notification"),
            ("GET /keys", "404 no", "world.portal-keys"),
            ("GET /keys", "200 " + weak, "world.portal-keys"), ("GET /keys", "200 {}", "world.portal-keys"),
            ("GET /sp", "200 <html/>", "world.sp-certificate"),
        ]
    )
    func bad(path: String, answer: String, rule: String) async throws {
        let looks = try await Self.collect(Self.good.merging([path: answer]) { $1 })
        #expect(looks[rule]?.isGood == false)
        #expect(looks[rule]?.facts.isEmpty == false)
    }

    @Test("With nothing to look at no rule about the outside is good")
    func nothing() async {
        let targets = WorldTargets(
            timeServer: nil,
            gateways: [],
            base: nil,
            metadataHash: "",
            portals: [],
            partners: []
        )
        let looks = await WorldCollector(now: { Self.now }).collect(targets).looks
        #expect(looks.filter { $0.value.isGood == true }.map(\.key) == ["world.portal-keys"])
        #expect(looks.values.allSatisfy { $0.isGood != false && !$0.facts.isEmpty })
    }

    @Test("Results keep the order of what was asked, however many there are")
    func order() async {
        let jobs: [WorldCollector.Job] = (0..<20).map { index in { ["\(index)": .one(true, "", "")] } }
        #expect(await WorldCollector.run(jobs).compactMap(\.keys.first) == (0..<20).map(String.init))
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
