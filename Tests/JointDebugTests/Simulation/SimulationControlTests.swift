import SAML
import TestSupport
import Testing
import XMLSecurity

@testable import JointDebug

@Suite("How a simulation is steered and looked at")
struct SimulationControlTests {
    private func certificates(_ running: RunningSimulation) async throws -> [Certificate] {
        let bytes = try await running.get("/authui/saml/metadata.xml?unsigned=true").body
        let document = try MetadataDocument(bytes, at: RunningSimulation.now)
        return document.entities[0].spSSODescriptor?.signingCertificates ?? []
    }

    private func roll(_ running: RunningSimulation, _ step: String) async throws -> WebExchange {
        try await running.post("/simulation/rollover", "step=" + step)
    }

    @Test("The metadata is signed unless it is asked for without, and names ACS and both logout services")
    func metadata() async throws {
        let running = try await RunningSimulation()
        let signed = try await running.get("/authui/saml/metadata.xml").body
        let certificate = running.simulation.keys.current.certificate
        let document = try MetadataDocument(signed, signedBy: certificate, at: RunningSimulation.now)
        let role = try #require(document.entities.first?.spSSODescriptor)
        #expect(role.authnRequestsSigned && role.wantAssertionsSigned)
        #expect(role.assertionConsumerServices.map(\.location) == [running.simulation.assertionConsumerService])
        let logout = role.role.singleLogoutServices
        #expect(logout.map(\.binding) == Binding.allCases.map(\.rawValue))
        #expect(logout.allSatisfy { $0.responseLocation == $0.location + "Response" })
        let unsigned = try await running.get("/authui/saml/metadata.xml?unsigned=true").body
        #expect(try MetadataDocument(unsigned, at: RunningSimulation.now).signature == .none)
    }

    @Test("A rollover publishes the next certificate, signs with it, takes the old one away, and brings it back")
    func rollover() async throws {
        let running = try await RunningSimulation(registers: FakePartner())
        let old = running.simulation.keys.current.certificate
        #expect(try await roll(running, "prepare").status == 200)
        let both = try await certificates(running)
        #expect(both.count == 2 && both[0] == old)
        #expect(running.simulation.keys.current.certificate == old)
        _ = try await roll(running, "roll")
        #expect(try await Set(certificates(running)) == Set(both))
        #expect(running.simulation.keys.current.certificate == both[1])
        _ = try await roll(running, "finish")
        #expect(try await certificates(running) == [both[1]])
        _ = try await roll(running, "restore")
        #expect(try await certificates(running) == [old])
        _ = try await roll(running, "prepare")
        _ = try await roll(running, "restore")
        #expect(try await certificates(running) == [old])
        #expect(try await roll(running, "sideways").status == 400)
        #expect(try await running.events("rollover").count == 6)
    }

    @Test("The log tells programs what is new since the last event that they know")
    func log() async throws {
        let running = try await RunningSimulation(registers: FakePartner())
        var browser = Browser(language: .zh)
        _ = try await running.signOn(browser: &browser)
        let all = try await running.events()
        #expect(all.map { $0["number"] as? Int } == [1, 2])
        let later = try await running.get("/simulation/log.json?after=1").text
        #expect(later.contains("drawbridge.simulation-log.v1") && later.contains("\"number\":2"))
        #expect(!later.contains("\"number\":1,"))
        #expect(try await running.get("/simulation/log.json?after=9").text.contains("\"items\":[]"))
    }

    @Test("The overview shows addresses, platforms, accounts and events, and is a simulation's in both languages")
    func overview() async throws {
        let running = try await RunningSimulation(registers: FakePartner())
        let page = try await running.get("/simulation/")
        #expect(page.status == 200)
        for text in [running.simulation.entityID, FakePartner.entityID, "registration", "模拟", "Simulation"] {
            #expect(page.text.contains(text), "\(text)")
        }
        #expect(!page.text.contains("<script") && page.text.contains("name=\"viewport\""))
    }

    @Test("Another site's forms, and other names for this machine, do not steer")
    func strangers() async throws {
        let running = try await RunningSimulation()
        let type = ("Content-Type", "application/x-www-form-urlencoded")
        let forged = try await running.post(
            "/simulation/faults",
            "sha1=on",
            [type, ("Origin", "https://evil.example")]
        )
        #expect(forged.status == 403)
        let own = try await running.post("/simulation/faults", "sha1=on", [type, ("Origin", running.login)])
        #expect(own.status == 200)
        #expect(try await running.send(host: "rebound.example", "/simulation/log.json").status == 403)
        #expect(try await running.send(host: "localhost", "/simulation/log.json").status == 200)
    }

    @Test("The log forgets the oldest events, and numbers stay what they were")
    func longLog() async throws {
        let log = SimulationLog()
        for _ in 0..<(SimulationLog.longest + 10) {
            await log.add(SimulationEvent(.faults, at: RunningSimulation.now))
        }
        let entries = await log.entries()
        #expect(entries.count == SimulationLog.longest)
        #expect(entries.first?.number == 11 && entries.last?.number == SimulationLog.longest + 10)
        #expect(await log.entries(after: SimulationLog.longest + 8).map(\.number) == [20_009, 20_010])
    }
}
