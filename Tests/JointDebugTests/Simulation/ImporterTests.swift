import HuaweiCloud
import SAML
import TestSupport
import Testing
import XMLSecurity

@testable import JointDebug

@Suite("The importer of IDP metadata")
struct ImporterTests {
    static let now = RunningSimulation.now

    private func upload(_ bytes: [UInt8], named name: String = "idp-metadata.xml") throws -> MetadataImport {
        let platformID = try #require(PlatformID(RunningSimulation.platformID))
        return MetadataImport(bytes, named: name, for: platformID, notifying: .none, at: Self.now)
    }

    private func rules(_ upload: MetadataImport) -> [String] { upload.findings.map(\.rule.id) }

    @Test("The first certificate and the first SingleSignOnService are used, and no other certificate is trusted")
    func firsts() async throws {
        let (partner, other) = (try FakePartner(), try FakePartner(TestPKI.rsa2048Other))
        let both = [partner.key.certificate, other.key.certificate]
        let registration = try #require(try upload(partner.metadata(certificates: both)).registration)
        #expect(registration.certificate == partner.key.certificate)
        #expect(registration.singleSignOnService.location == FakePartner.signOn)

        let running = try await RunningSimulation()
        try await running.register(partner.metadata(certificates: both))
        var browser = Browser(language: .zh)
        let sent = try await running.signOn(firstLogin: true, browser: &browser)
        let form = try other.answer(sent.request, sent.relayState, at: Self.now)
        let refused = try await browser.submit(form, to: running.simulation.assertionConsumerService, from: "")
        #expect(refused.status == 403 && refused.text.contains(RefusalCode.signatureMismatch.id), "\(refused.text)")
        let taken = try partner.answer(sent.request, sent.relayState, at: Self.now)
        #expect(
            try await browser.submit(taken, to: running.simulation.assertionConsumerService, from: "").status == 302
        )
    }

    @Test("A name without .xml is not taken, in whatever case")
    func file() throws {
        let metadata = try FakePartner().metadata()
        #expect(try upload(metadata, named: "idp.txt").registration == nil)
        #expect(try upload(metadata, named: "IDP.XML").registration != nil)
    }

    @Test(
        "The importer's limits hold to the octet: 500 KB are flagged for IAM, 2 MB are the end (huawei-cloud.md 1.2, 2.2)",
        arguments: [
            (512_000, true, LintLevel?.none), (512_001, true, .warning), (2 * 1024 * 1024, true, .warning),
            (2 * 1024 * 1024 + 1, false, .error),
        ]
    )
    func size(octets: Int, isTaken: Bool, level: LintLevel?) throws {
        let metadata = try FakePartner().metadata()
        let comment = String(repeating: "x", count: octets - metadata.count - "<!---->\n".count)
        let upload = try upload(metadata + Array("<!--\(comment)-->\n".utf8))
        #expect((upload.registration != nil) == isTaken)
        #expect(upload.findings.first { $0.rule.id == "huawei.idp.file" }?.level == level)
    }

    @Test("An expired certificate is flagged and works all the same")
    func expired() throws {
        let certificate = try TestPKI.certificate(for: TestPKI.rsa2048, days: 1)
        let late = MetadataImport(
            try FakePartner().metadata(certificates: [certificate]),
            named: "idp.xml",
            for: try #require(PlatformID("example_IDP")),
            notifying: .none,
            at: TestPKI.validFrom.adding(seconds: 3 * 86_400)
        )
        #expect(late.registration?.certificate == certificate)
        #expect(late.findings.contains { $0.rule.id == "huawei.idp.certificate-validity" && $0.level == .error })
    }

    @Test("What leaves nothing to work with is refused, and the old registration stays")
    func unusable() async throws {
        let running = try await RunningSimulation(registers: FakePartner())
        let certificate = running.simulation.registrations[RunningSimulation.platformID]?.certificate
        let answer = try await running.register(Array("<a".utf8))
        #expect(answer.status == 422 && answer.text.contains("schema.malformed"), "\(answer.text)")
        let noRole = try running.simulation.metadata.document()
        #expect(try await running.register(noRole).text.contains(RefusalCode.metadataNoRole.id))
        let noKey = try FakePartner().metadata(certificates: [])
        #expect(try await running.register(noKey).text.contains("key.none"))
        #expect(running.simulation.registrations[RunningSimulation.platformID]?.certificate == certificate)
        #expect(try await running.events("registration").count == 4)
    }

    @Test("A page takes a file, or text that is pasted, for a platform", arguments: [true, false])
    func page(isFile: Bool) async throws {
        let running = try await RunningSimulation()
        #expect(try await running.get("/simulation/registrations").text.contains("multipart/form-data"))
        let metadata = String(decoding: try FakePartner().metadata(), as: UTF8.self)
        let (file, pasted) = isFile ? (metadata, "") : ("", metadata)
        let fields = [
            ("name=\"xAccountType\"", "example_IDP"), ("name=\"file\"; filename=\"idp.xml\"", file),
            ("name=\"pasted\"", pasted), ("name=\"notify\"", "http://127.0.0.1:1/bind"), ("name=\"channel\"", "both"),
        ]
        let body = fields.map { "--x\r\nContent-Disposition: form-data; \($0.0)\r\n\r\n\($0.1)\r\n" }.joined()
        let type = [("Content-Type", "multipart/form-data; boundary=x")]
        let answer = try await running.post("/simulation/registrations", body + "--x--\r\n", type)
        #expect(answer.status == 200, "\(answer.text)")
        let registration = try #require(running.simulation.registrations["example_IDP"])
        #expect(registration.certificate == (try FakePartner().key.certificate))
        #expect(registration.notification == NotificationSetting("http://127.0.0.1:1/bind", by: .both))
        let broken = try await running.post("/simulation/registrations", body, type)
        #expect(broken.status == 400)
    }

    @Test("New metadata takes the place of the old, with the notification URL of before")
    func replaced() async throws {
        let running = try await RunningSimulation()
        try await running.register(FakePartner().metadata(), "?notify=http%3A%2F%2F127.0.0.1%3A1%2Fbind&channel=server")
        let next = try FakePartner(TestPKI.rsa2048Other)
        try await running.register(next.metadata())
        let registration = try #require(running.simulation.registrations[RunningSimulation.platformID])
        #expect(registration.certificate == next.key.certificate)
        #expect(registration.notification == NotificationSetting("http://127.0.0.1:1/bind", by: .server))
        for query in ["?notify=nonsense", "?notify=http%3A%2F%2Fx.example%2F&channel=pigeon"] {
            #expect(try await running.register(next.metadata(), query).status == 400)
        }
    }
}
