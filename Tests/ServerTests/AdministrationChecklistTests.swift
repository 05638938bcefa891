import Foundation
import HTTPTypes
import IdentityProvider
import Onboarding
import Server
import Storage
import Testing
import XMLSecurity

@Suite("The checklist in the administration API")
struct AdministrationChecklistTests {
    private let stand: AdministrationStand
    private let now: Instant

    init() async throws {
        stand = try await AdministrationStand()
        now = stand.bridge.clock.now
    }

    /// Keeps a run in which nothing was looked at but the store, one rule of which is waived.
    private func keep(
        _ stage: ChecklistStage,
        under surrounding: ChecklistRun.Surrounding = AdministrationStand.surrounding,
        at moment: Instant? = nil
    ) async throws -> Int64 {
        let moment = moment ?? now
        var evidence = ChecklistEvidence()
        let store = StoreEvidence(damage: [], brokenChains: [], free: 1 << 34, isWritable: true, backup: nil)
        evidence.store = .taken(store, at: moment, against: .ownMeasurement)
        let person = ChecklistPerson(name: "wang", role: .approver, systemUser: "root")
        let end = moment.adding(seconds: 3_600)
        let waiver = ChecklistWaiver("store.backup", by: person, reason: "tonight", since: moment, until: end)
        let label = ChecklistPerson(label: "Han", systemUser: "root")
        let inVain = ChecklistWaiver("manual.icp", by: label, reason: "abroad", since: moment, until: end)
        let results = ChecklistRule.of(stage).map { rule in
            let standing = [waiver, inVain].first { $0.rule == rule.id }
            return rule.result(on: evidence, waiver: standing, for: stage, at: moment)
        }
        let run = ChecklistRun(stage, at: moment, by: "root", under: surrounding, results: results)
        return try await stand.checklist.keep(run)
    }

    @Test("Every rule is listed in both languages")
    func rules() async throws {
        let items = try await stand.send(.get, "/api/v1/checklist/rules", as: "sun").items
        #expect(items.compactMap { $0["id"] as? String } == ChecklistRule.all.map(\.id))
        #expect(items.allSatisfy { ($0["title_zh"] as? String)?.isEmpty == false && $0["hint"] is String })
    }

    @Test("Runs come newest first, by stage and page by page, without their results")
    func runs() async throws {
        for stage in [ChecklistStage.prepare, .live, .prepare] { _ = try await keep(stage) }
        let page = try await stand.send(.get, "/api/v1/checklist/runs?limit=2", as: "sun")
        #expect(try page.items.map { $0["number"] as? Int } == [3, 2])
        #expect(try page.items.allSatisfy { $0["items"] == nil && $0["ready"] as? Bool == false })
        let next = try #require(try page.object["next"] as? String)
        let more = try await stand.send(.get, "/api/v1/checklist/runs?limit=2&cursor=\(next)", as: "sun")
        #expect(try more.items.map { $0["number"] as? Int } == [1])
        let live = try await stand.send(.get, "/api/v1/checklist/runs?stage=live", as: "sun").items
        #expect(live.map { $0["stage"] as? String } == ["live"])
        #expect(live.first?["configuration_sha256"] as? String == "aa" && live.first?["pass"] as? Int == 3)
        #expect(try await stand.send(.get, "/api/v1/checklist/runs?stage=closed").status == 400)
    }

    @Test("A run has each result with its evidence, who answers for it, and what proves that person")
    func run() async throws {
        let number = try await keep(.live)
        let reply = try await stand.send(.get, "/api/v1/checklist/runs/\(number)", as: "sun")
        #expect(reply.status == 200, "\(reply.text)")
        let items = try reply.items
        #expect(items.count == ChecklistRule.all.count)
        func item(_ id: String) throws -> [String: Any] { try #require(items.first { $0["id"] as? String == id }) }
        #expect(try item("store.room")["verdict"] as? String == "pass")
        #expect(try item("store.room")["proved_against"] as? String == "own-measurement")
        #expect(try item("store.backup")["verdict"] as? String == "waived")
        let waiver = try #require(try item("store.backup")["waiver"] as? [String: Any])
        #expect(waiver["by"] as? String == "wang" && waiver["role"] as? String == "approver")
        #expect(waiver["proved"] as? Bool == true && waiver["counts"] as? Bool == true)
        let inVain = try #require(try item("manual.icp")["waiver"] as? [String: Any])
        #expect(inVain["proved"] as? Bool == false && inVain["counts"] as? Bool == false)
        #expect(try item("manual.icp")["verdict"] as? String == "not-verified")
        for unknown in ["2", "0", "01", "x"] {
            #expect(try await stand.send(.get, "/api/v1/checklist/runs/\(unknown)").status == 404)
        }
    }

    @Test(
        "What was taken under another configuration, or a week ago, is no pass any more; what was found is told beside it"
    )
    func outdated() async throws {
        let other = ChecklistRun.Surrounding(version: "1", configuration: "cc", metadata: "bb")
        let numbers = [
            try await keep(.prepare, under: other), try await keep(.prepare, at: now.adding(seconds: -8 * 86_400)),
        ]
        for number in numbers {
            let items = try await stand.send(.get, "/api/v1/checklist/runs/\(number)").items
            #expect(items.allSatisfy { $0["verdict"] as? String == "not-verified" })
            #expect(items.contains { $0["recorded_verdict"] as? String == "pass" })
        }
        let listed = try await stand.send(.get, "/api/v1/checklist/runs").items
        #expect(listed.allSatisfy { $0["pass"] as? Int == 0 })
    }

    @Test("A portal's program and strangers see nothing of it", arguments: ["rules", "runs", "runs/1"])
    func forbidden(path: String) async throws {
        #expect(try await stand.send(.get, "/api/v1/checklist/\(path)", as: "mall").status == 403)
        #expect(try await stand.send(.get, "/api/v1/checklist/\(path)", as: nil).status == 401)
    }
}
