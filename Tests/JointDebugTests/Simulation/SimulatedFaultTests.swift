import SAML
import TestSupport
import Testing
import XMLSecurity

@testable import JointDebug

@Suite("Faults of the simulation, as they are seen on the wire")
struct SimulatedFaultTests {
    private func sent(_ faults: String, on running: RunningSimulation) async throws -> SentRequest {
        var browser = Browser(language: .en)
        return try await running.signOn(faults: faults, browser: &browser)
    }

    @Test("A wrong key signs, and so does the old one until a rollover makes it one that was published")
    func keys() async throws {
        let running = try await RunningSimulation(registers: FakePartner())
        let current = running.simulation.keys.current.certificate
        for fault in ["wrong-key", "old-key"] {
            let sent = try await sent(fault, on: running)
            #expect(sent.decoded.detached != nil)
            #expect(!sent.isSigned(by: current))
        }
        try running.simulation.keys.take(.roll)
        let old = try await sent("old-key", on: running)
        #expect(old.isSigned(by: current))
        #expect(!old.isSigned(by: running.simulation.keys.current.certificate))
        try running.simulation.keys.take(.restore)
        #expect(running.simulation.keys.certificates.map(\.fingerprint) == [current.fingerprint])
        let rolled = try await sent("old-key", on: running)
        #expect(!rolled.isSigned(by: current))
    }

    @Test("An unsigned request has neither SigAlg nor Signature")
    func unsigned() async throws {
        let running = try await RunningSimulation(registers: FakePartner())
        let sent = try await sent("unsigned-request", on: running)
        #expect(sent.decoded.detached == nil)
        #expect(!sent.query.contains("SigAlg") && sent.relayState != nil)
    }

    @Test("SHA-1 and capitals stand in SigAlg under a signature that verifies")
    func algorithms() async throws {
        let running = try await RunningSimulation(registers: FakePartner())
        let key = running.simulation.keys.current.certificate.publicKey
        let weak = try #require(try await sent("sha1", on: running).decoded.detached)
        #expect(weak.algorithm == SignatureAlgorithm.rsaSHA1.rawValue)
        #expect(key.verify(weak.value, of: weak.signed, with: .rsaSHA1))
        let capitals = try #require(try await sent("upper-cased-sigalg", on: running).decoded.detached)
        #expect(capitals.algorithm == SignatureAlgorithm.rsaSHA256.rawValue.uppercased())
        #expect(key.verify(capitals.value, of: capitals.signed, with: .rsaSHA256))
    }

    @Test("A query that is encoded again says the same and no longer verifies")
    func reencoded() async throws {
        let running = try await RunningSimulation(registers: FakePartner())
        let certificate = running.simulation.keys.current.certificate
        let sent = try await sent("reencoded-query", on: running)
        #expect(sent.query.contains("%3A") && !sent.query.contains("%3a"))
        #expect(!sent.isSigned(by: certificate))
        let detached = try #require(sent.decoded.detached)
        let signed = String(decoding: detached.signed, as: UTF8.self)
        let lower = signed.replacing(/%[0-9A-F]{2}/) { $0.output.lowercased() }
        #expect(certificate.publicKey.verify(detached.value, of: Array(lower.utf8), with: .rsaSHA256))
    }

    @Test("RelayState is left out, or has two kilobytes")
    func relayState() async throws {
        let running = try await RunningSimulation(registers: FakePartner())
        let missing = try await sent("missing-relay-state", on: running)
        #expect(missing.relayState == nil && missing.isSigned(by: running.simulation.keys.current.certificate))
        #expect(try await sent("long-relay-state", on: running).relayState?.utf8.count == 2048)
    }

    @Test("The request names another ACS, another issuer, another time")
    func content() async throws {
        let running = try await RunningSimulation(registers: FakePartner())
        let metadata = running.simulation.metadata
        let acs = try await sent("other-acs", on: running).request.assertionConsumerServiceURL
        #expect(metadata.spSSODescriptor?.assertionConsumerServices.contains { $0.location == acs } == false)
        let issuer = try await sent("changed-entity-id", on: running).request.issuer
        #expect(issuer != metadata.entityID && issuer.hasPrefix(running.login))
        let time = try await sent("clock=-600", on: running).request.issueInstant
        #expect(time == RunningSimulation.now.adding(seconds: -600))
    }

    @Test("Answers come late, or are errors of the server; the pages that steer are spared")
    func answers() async throws {
        let running = try await RunningSimulation(registers: FakePartner())
        _ = try await running.put("/simulation/faults", Array("slow=7,server-error=502".utf8))
        #expect(try await running.get("/authui/saml/metadata.xml").status == 502)
        #expect(await running.pauses.seconds == [7])
        #expect(try await running.get("/simulation/").status == 200)
        #expect(try await running.put("/simulation/faults", []).status == 200)
        #expect(try await running.get("/authui/saml/metadata.xml").status == 200)
        #expect(await running.pauses.seconds == [7])
    }

    @Test("A header asks for faults of one answer alone; one that is wrong is told")
    func header() async throws {
        let running = try await RunningSimulation(registers: FakePartner())
        let header = [(Faults.headerName, "server-error")]
        #expect(try await running.get("/authui/saml/metadata.xml", header).status == 503)
        #expect(try await running.get("/authui/saml/metadata.xml").status == 200)
        let wrong = try await running.get("/authui/saml/metadata.xml", [(Faults.headerName, "nonsense")])
        #expect(wrong.status == 400 && wrong.text.contains("nonsense"))
        let query = try running.link().split(separator: "?")[1]
        let unsigned = try await running.get(
            "/authui/saml/login?" + query,
            [(Faults.headerName, "unsigned-request")]
        )
        #expect(try SentRequest(unsigned).decoded.detached == nil)
    }

    @Test("Checkboxes switch faults on with their numbers, and off again")
    func page() async throws {
        let running = try await RunningSimulation(registers: FakePartner())
        var browser = Browser(language: .zh)
        let page = running.login + "/simulation/faults"
        let chosen = [("slow", "on"), ("slow.value", "9"), ("sha1", "on"), ("clock.value", "5")]
        let answer = try await browser.submit(chosen, to: page, from: running.login)
        #expect(answer.status == 200)
        #expect(running.simulation.faults.current.text == "slow=9,sha1")
        for kind in FaultKind.allCases { #expect(answer.text.contains(kind.summary.zh)) }
        let wrong = try await browser.submit([("slow", "on"), ("slow.value", "x")], to: page, from: running.login)
        #expect(wrong.status == 400)
        #expect(running.simulation.faults.current.text == "slow=9,sha1")
        _ = try await browser.submit([("slow.value", "9")], to: page, from: running.login)
        #expect(running.simulation.faults.current.isEmpty)
    }
}
