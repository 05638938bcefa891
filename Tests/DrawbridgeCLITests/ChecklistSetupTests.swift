import Foundation
import Onboarding
import SAML
import Server
import TestSupport
import Testing
import XMLSecurity

@testable import DrawbridgeCLI

@Suite("Rules of the checklist on real installations: a setup that fails each, and one that passes it", .ownThread)
struct ChecklistSetupTests {
    private let stand: ChecklistStand

    init() throws {
        stand = try ChecklistStand()
    }

    @Test("settings.log, settings.test-directory, settings.tls: what the configuration says")
    func configuration() throws {
        #expect(try stand.verdict("settings.log") == "pass")
        for level in ["debug", "trace"] {
            #expect(try stand.verdict("settings.log", environment: ["DRAWBRIDGE_LOG_LEVEL": level]) == "fail")
        }
        #expect(try stand.verdict("settings.test-directory") == "pass")
        let users = ["DRAWBRIDGE_TEST_DIRECTORY_FILE": "users.yaml"]
        #expect(try stand.verdict("settings.test-directory", environment: users) == "fail")
        #expect(try stand.verdict("settings.tls") == "fail")
        #expect(try stand.verdict("settings.tls", environment: ["DRAWBRIDGE_TRUSTED_PROXIES": "10.0.0.1"]) == "pass")
    }

    @Test("settings.portal, settings.shared-secret: the portals that are registered")
    func portals() throws {
        #expect(try stand.verdict("settings.portal") == "fail")
        #expect(
            try stand.verdict("settings.portal", environment: ["DRAWBRIDGE_TEST_DIRECTORY_FILE": "users.yaml"])
                == "warn"
        )
        try stand.installation.makeKey("mall", "-algorithm", "ed25519")
        let add = ["portals", "add", "mall", "--sign-in-url", "https://mall.example.com/", "--key"]
        #expect(try stand.installation.command.run(add + ["mall.pub", "--algorithm", "EdDSA"]).status == 0)
        #expect(try stand.verdict("settings.portal") == "pass")
        #expect(try stand.verdict("settings.shared-secret") == "pass")
        #expect(try stand.installation.run("portals", "remove", "mall").status == 0)
        _ = try stand.installation.command.file("secret", String(repeating: "s", count: 32))
        #expect(try stand.installation.command.run(add + ["secret", "--algorithm", "HS256"]).status == 0)
        #expect(try stand.verdict("settings.shared-secret") == "fail")
    }

    @Test("settings.simulation, keys.simulation: nothing of a simulation's is left")
    func simulation() throws {
        #expect(try stand.verdict("settings.simulation") == "pass")
        try stand.take(FakeServiceProvider())
        #expect(try stand.verdict("settings.simulation") == "fail")
        try stand.take(FakeServiceProvider(organization: "Example"))
        #expect(try stand.verdict("settings.simulation") == "pass")

        #expect(try stand.verdict("keys.simulation") == "pass")
        let generate = ["keys", "generate", "--name", "sim", "--organization", TestPKI.simulationOrganization]
        #expect(try stand.installation.command.run(generate + ["--bits", "2048"]).status == 0)
        #expect(try stand.verdict("keys.simulation") == "fail")
    }

    @Test("partner-center.*: what was recorded is what is configured and served")
    func partnerCenter() throws {
        func record(_ arguments: String...) throws {
            let outcome = try stand.installation.command.run(["access-config", "record", "--by", "Li"] + arguments)
            try #require(outcome.status == 0, "\(outcome.errors)")
        }
        let rules = ["platform-id", "bp-id", "uploaded", "base-url", "notification-url", "return-addresses"]
            .map { "partner-center." + $0 }
        func verdicts(_ environment: [String: String] = [:]) throws -> [String?] {
            let items = try stand.items(rules, environment: environment)
            return rules.map { items[$0]?["verdict"] as? String }
        }
        #expect(try verdicts() == ["fail", "fail", "fail", "pass", "fail", "warn"])
        try stand.installation.run("metadata", "generate")
        try record("--uploaded", "metadata/idp-metadata.xml", "--platform-id", "demo_IDP", "--bp-id", "0123")
        #expect(try verdicts() == ["pass", "warn", "pass", "pass", "fail", "warn"])
        try record("--bp-id", String(repeating: "0a", count: 16))
        try record("--notification-url", "https://idp.example.com/huawei/association/")
        #expect(try verdicts() == ["pass", "pass", "pass", "pass", "fail", "warn"])
        try record("--notification-url", "https://idp.example.com/huawei/association")
        let pages = ["https://mall.example.com/paid", "https://mall.example.com/top-up"]
        let set = ["DRAWBRIDGE_PARTNER_CENTER_PAID_URL": pages[0], "DRAWBRIDGE_PARTNER_CENTER_TOP_UP_URL": pages[1]]
        #expect(try verdicts(set) == ["pass", "pass", "pass", "pass", "pass", "warn"])
        try record("--paid-url", pages[0], "--top-up-url", pages[0])
        #expect(try verdicts(set).last == "fail")
        try record("--top-up-url", pages[1])
        #expect(try verdicts(set).allSatisfy { $0 == "pass" })
        let moved = try verdicts(["DRAWBRIDGE_BASE_URL": "http://127.0.0.1:8080"])
        #expect(moved[3] == "fail" && moved[4] == "fail", "\(moved)")
        try stand.installation.run("keys", "generate", "--name", "next", "--bits", "2048")
        try stand.installation.run("keys", "publish", "next")
        try stand.installation.run("metadata", "generate")
        #expect(try verdicts(set)[2] == "fail")
    }

    @Test("manual.icp is asked for at site china alone; manual.platform-id holds a file and its signer")
    func persons() throws {
        #expect(try stand.verdict("manual.icp") == "not-verified")
        #expect(try stand.verdict("manual.icp", environment: ["DRAWBRIDGE_HUAWEI_SITE": "europe"]) == "pass")
        #expect(try stand.verdict("manual.platform-id") == "not-verified")
        _ = try stand.installation.command.file("page.png", "seen")
        for rule in ["manual.icp", "manual.platform-id"] {
            let attach = ["checklist", "attach", rule, "page.png"]
            #expect(try stand.installation.command.run(attach + ["--by", "Li"]).status == 0)
            #expect(try stand.verdict(rule) == "not-verified", "a label proves nobody")
            let proof = ["--operator-token-file", "wang.token"]
            #expect(try stand.installation.command.run(attach + proof).status == 0)
        }
        let items = try stand.items(["manual.icp", "manual.platform-id"])
        for (rule, item) in items {
            #expect(item["verdict"] as? String == "pass", "\(rule)")
            let facts = item["evidence"] as? [[String: String]] ?? []
            #expect(facts.contains { $0["name"] == "by" && $0["value"]?.hasPrefix("wang (") == true })
            #expect(facts.contains { $0["name"] == "file" && $0["value"] == "page.png" })
        }
    }

    @Test("keys.age, store.backup: the days are the configuration's")
    func ages() throws {
        #expect(try stand.verdict("keys.age") == "pass")
        #expect(try stand.verdict("store.backup") == "fail")
        #expect(try stand.installation.run("store", "backup", "saved").status == 0)
        let item = try stand.items(["store.backup"], environment: ["DRAWBRIDGE_CHECKLIST_BACKUP_DAYS": "3"])
        let facts = item["store.backup"]?["evidence"] as? [[String: String]] ?? []
        #expect(facts.contains { $0["name"] == "days allowed" && $0["value"] == "3" }, "\(item)")
        let wrong = try stand.installation.run(
            "checklist",
            "run",
            environment: ["DRAWBRIDGE_CHECKLIST_BACKUP_DAYS": "0"]
        )
        #expect(wrong.status == 2 && wrong.errors.contains("checklist.backup_days"), "\(wrong.errors)")
    }

    @Test("A key, a certificate or metadata that is taken away leaves its rules not verified")
    func takenAway() throws {
        try stand.take(FakeServiceProvider())
        try stand.installation.run("metadata", "generate")
        let record = ["access-config", "record", "--by", "Li", "--uploaded", "metadata/idp-metadata.xml"]
        #expect(try stand.installation.command.run(record).status == 0)
        #expect(try stand.verdict("partner-center.uploaded") == "pass")
        try FileManager.default.removeItem(atPath: stand.path("metadata/idp-metadata.xml"))
        #expect(try stand.verdict("partner-center.uploaded") == "not-verified")
        #expect(try stand.verdict("huawei.sp.entity-id") == "pass")
        try FileManager.default.removeItem(atPath: stand.path("metadata/sp/huawei.xml"))
        #expect(try stand.verdict("huawei.sp.entity-id") == "not-verified")
        #expect(try stand.verdict("keys.permissions") == "pass")
        try FileManager.default.removeItem(atPath: stand.path("certs/private/signing-1.key.pem"))
        for rule in ["keys.permissions", "huawei.idp.private-key"] {
            #expect(try stand.verdict(rule) == "not-verified", "\(rule)")
        }
        try FileManager.default.removeItem(atPath: stand.path("certs/signing-1.crt.pem"))
        for rule in ["keys.active", "keys.expiry", "keys.age"] {
            #expect(try stand.verdict(rule) == "not-verified", "\(rule)")
        }
    }

    @Test("Every rule is explained, in both languages, under its id")
    func explained() throws {
        let list = try stand.installation.run("explain", "--format", "json")
        let object = try JSONSerialization.jsonObject(with: Data(list.output)) as? [String: Any]
        let items = try #require(object?["items"] as? [[String: String]])
        let codes = items.compactMap { $0["code"] }
        for rule in ChecklistRule.all { #expect(codes.count { $0 == rule.id } == 1, "\(rule.id)") }
        for (language, words) in [("en", "The clock agrees"), ("zh", "时钟与网关一致")] {
            let one = try stand.installation.run("explain", "world.gateway-clock", "--lang", language)
            let text = String(decoding: one.output, as: UTF8.self)
            #expect(text.contains(words) && text.contains("checklist must") && text.contains("#46"), "\(text)")
        }
    }

    @Test("A store that cannot be read any more leaves its rules not verified")
    func storeGone() async throws {
        let workspace = try Workspace(stand.path("drawbridge.yaml"))
        removeStore()
        let now = workspace.clock.now
        let evidence = await ChecklistSurvey(workspace, WorldSurvey.Permission(), at: now).evidence(of: [\.store])
        for rule in ["store.whole", "store.chains", "store.room", "store.backup"] {
            let result = try #require(ChecklistRule.named(rule)).result(on: evidence, for: .live, at: now)
            #expect(result.verdict == .notVerified, "\(rule): \(result.sentence.en)")
        }
    }

    @Test("Without its store nothing can be judged or kept: the command says so and ends")
    func noStore() throws {
        // Its journal alone would make it whole again.
        removeStore()
        try Data("this is no store".utf8).write(to: URL(filePath: stand.path("drawbridge.sqlite")))
        let outcome = try stand.installation.run("checklist", "run")
        #expect(outcome.status == 2 && outcome.errors.contains("drawbridge.sqlite"), "\(outcome)")
    }

    private func removeStore() {
        for name in ["drawbridge.sqlite", "drawbridge.sqlite-wal", "drawbridge.sqlite-shm"] {
            try? FileManager.default.removeItem(atPath: stand.path(name))
        }
    }
}
