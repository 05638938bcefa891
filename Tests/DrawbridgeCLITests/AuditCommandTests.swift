import Foundation
import GRDB
import IdentityProvider
import SAML
import Server
import Storage
import TestSupport
import Testing
import XMLSecurity

@testable import DrawbridgeCLI

/// `audit` and `store` as an operator uses them, on an installation with records of both chains.
@Suite("Audit and store on the command line", .ownThread)
struct AuditCommandTests {
    private let installation: Installation
    private let database: URL

    init() throws {
        installation = try Installation()
        database = installation.command.directory.appending(path: "drawbridge.sqlite")
        try installation.makeKey("mall", "-algorithm", "ed25519")
        let portal = ["portals", "add", "mall", "--sign-in-url", "https://mall.example.com/", "--key", "mall.pub"]
        try #require(installation.command.run(portal + ["--algorithm", "EdDSA"]).status == 0)
    }

    private func text(_ arguments: String..., status: Int32 = 0) throws -> String {
        let outcome = try installation.command.run(arguments)
        let text = String(decoding: outcome.output, as: UTF8.self) + outcome.errors
        #expect(outcome.status == status, "\(arguments): \(text)")
        return text
    }

    private func refusal() async throws {
        var entry = TrailEntry(at: Instant(seconds: 1_790_000_000), kind: .handOffRefused)
        entry.reference = "00c0ffee0001"
        entry.code = "token.replayed"
        entry.refusalClass = "token"
        entry.portal = "mall"
        try await SQLiteAuditTrail(Storage.Database(path: database.path(percentEncoded: false))).append(entry)
    }

    private func tamper(_ sql: String) throws {
        let queue = try DatabaseQueue(path: database.path(percentEncoded: false))
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    }

    @Test("Changes are listed with the person, filtered, and as one object")
    func list() throws {
        #expect(try text("audit", "list").contains("mall added with EdDSA"))
        #expect(try text("audit", "list", "--kind", "key").contains("signing-1 active"))
        #expect(try !text("audit", "list", "--kind", "key").contains("mall"))
        #expect(try !text("audit", "list", "--until", "7d").contains("mall"))
        let json = try installation.run("audit", "list", "--since", "1h", "--limit", "1", "--format", "json")
        let object = try #require(JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any])
        #expect(object["schema"] as? String == "drawbridge.audit.v1")
        #expect((object["items"] as? [[String: Any]])?.first?["kind"] as? String == "portal")
        for wrong in [["--since", "noon"], ["--kind", "x"], ["--limit", "0"], ["--tz", "Mars"]] {
            #expect(try installation.command.run(["audit", "list"] + wrong).status == 2)
        }
    }

    @Test("One answer tells what happened, why, and what to do, in the zone and language asked for")
    func why() async throws {
        try await refusal()
        let answer = try text("audit", "why", "00C0FFEE0001", "--tz", "Asia/Shanghai")
        #expect(answer.contains("+0800") && answer.contains("portal mall") && answer.contains("token.replayed"))
        #expect(answer.contains("To do: "))
        #expect(try text("audit", "why", "00c0ffee0001", "--lang", "zh").contains("处理："))
        #expect(try text("audit", "why", "000000000000", status: 1).contains("Nothing is recorded"))
        #expect(try text("audit", "why", status: 2).contains("--around"))
        let nobody = try text("audit", "why", "--account", "a", "--around", "10:02", status: 1)
        #expect(nobody.contains("15 minutes"))
    }

    @Test("An edit is found with its number, and nothing is removed or saved any more")
    func tampering() async throws {
        #expect(try text("audit", "verify").contains("trail: 2 entries intact"))
        let seal = try text("audit", "seal")
        _ = try installation.command.file("seal.json", seal)
        #expect(try text("audit", "verify", "--seal", "seal.json").contains("intact"))
        try await refusal()
        #expect(try text("audit", "verify", "--seal", "seal.json").contains("3 entries"))
        try tamper("DROP TRIGGER trail_no_update; UPDATE trail SET at = at + 1 WHERE sequence = 2")
        #expect(try text("audit", "verify", status: 1).contains("entry 2: its content, time or place was changed"))
        #expect(try text("audit", "retain", "--keep-days", "0", status: 1).contains("nothing was removed"))
        #expect(try text("store", "backup", "saved", status: 1).contains("entry 2"))
        #expect(try text("store", "check", status: 1).contains("entry 2"))
    }

    @Test("Retention leaves a checkpoint from which the chain is verified")
    func retention() throws {
        #expect(try text("audit", "retain", "--keep-days", "0").contains("trail: removed 2"))
        let verdict = try text("audit", "verify")
        #expect(verdict.contains("trail: 1 entries intact behind the checkpoint at 2"), "\(verdict)")
        #expect(try text("audit", "list").contains("removed 2"))
        try tamper("DROP TRIGGER checkpoint_no_update; UPDATE checkpoint SET at = at + 1")
        #expect(try text("audit", "verify", status: 1).contains("was not sealed"))
    }

    @Test("A store is saved, and put back beside the old one")
    func store() throws {
        #expect(try text("store", "backup", "saved").contains("every page is whole"))
        #expect(try text("store", "backup", "saved", status: 2).contains("saved"))
        #expect(try text("store", "check", "saved").contains("trail: 2 entries intact"))
        #expect(try text("portals", "remove", "mall").contains("removed"))
        #expect(try text("store", "restore", "saved").contains("before-restore"))
        let trail = try text("audit", "list")
        #expect(trail.contains("store restored") && !trail.contains("mall removed"))
        #expect(try text("store", "restore", "missing", status: 2).contains("missing"))
    }

    @Test("Programs read the same of a store: whole, damaged, and what was put aside")
    func storeForPrograms() throws {
        func object(_ arguments: String..., status: Int32 = 0) throws -> [String: Any] {
            let outcome = try installation.command.run(["store"] + arguments + ["--format", "json"])
            #expect(outcome.status == status, "\(outcome.errors)")
            let object = try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any]
            #expect(object?["schema"] as? String == "drawbridge.store.v1")
            return try #require(object)
        }
        #expect(try object("backup", "saved")["is_intact"] as? Bool == true)
        let chains = try #require(try object("check", "saved")["chains"] as? [[String: Any]])
        #expect(chains.map { $0["chain"] as? String } == ["ledger", "trail"])
        #expect((try object("restore", "saved")["before"] as? String)?.contains("before-restore") == true)
        try tamper("DROP TRIGGER trail_no_update; UPDATE trail SET at = at + 1 WHERE sequence = 2")
        let broken = try #require(try object("check", status: 1)["chains"] as? [[String: Any]])
        #expect(broken.last?["broken_at"] as? Int == 2 && broken.last?["fault"] as? String == "altered")
    }

    @Test("A customer's account finds what happened to it, though the trail holds its hash alone")
    func whyAccount() async throws {
        var entry = TrailEntry(at: Clock.system.now, kind: .handOffRefused)
        entry.reference = "00c0ffee0002"
        entry.code = "whitelist.account"
        entry.account = AccountHash(
            try AccountSecret.load(installation.command.directory.appending(path: "certs").path(percentEncoded: false))
        ).hash("account-1")
        try await SQLiteAuditTrail(Storage.Database(path: database.path(percentEncoded: false))).append(entry)
        let around = entry.at.xsDateTime
        let told = try text("audit", "why", "--account", "account-1", "--around", around)
        #expect(told.contains("whitelist.account") && told.contains("To do: "))
        #expect(try text("audit", "list", "--account", "account-1").contains("00c0ffee0002"))
        #expect(try !text("audit", "list", "--account", "account-2").contains("00c0ffee0002"))
        #expect(
            try text("audit", "why", "--account", "account-2", "--around", around, status: 1).contains("15 minutes")
        )
    }

    @Test("Ours, unknown to the ledger, edited, and of strangers: each Response is told apart")
    func issued() throws {
        let serviceProvider = try FakeServiceProvider()
        let metadata = String(decoding: try serviceProvider.metadata.document(), as: UTF8.self)
        _ = try installation.command.file("sp.xml", metadata)
        #expect(try text("sp", "import", "sp.xml", "--name", "other").contains("imported"))
        #expect(try text("store", "backup", "before").contains("saved"))
        let now = Clock.system.now
        let request = serviceProvider.request(to: "https://idp.example.com/saml/sso", at: now)
        guard case .redirect(let query) = try serviceProvider.redirect(request) else { return }
        _ = try installation.command.file("query", String(decoding: query, as: UTF8.self))
        _ = try installation.command.file("user.yaml", "user: u\naccount: a\n")
        let issue = ["response", "issue", "--request", "query", "--user", "user.yaml", "--output", "response.xml"]
        let huawei = ["DRAWBRIDGE_HUAWEI_BP_ID": "0123", "DRAWBRIDGE_HUAWEI_PLATFORM_ID": "demo_IDP"]
        let outcome = try installation.command.run(issue, environment: huawei)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try text("audit", "issued", "response.xml").contains("reference offline"))
        #expect(try text("audit", "list", "--account", "a").contains("issued"))

        let url = installation.command.directory.appending(path: "response.xml")
        let response = try String(contentsOf: url, encoding: .utf8)
        _ = try installation.command.file("edited.xml", response.replacing(">a<", with: ">b<"))
        #expect(try text("audit", "issued", "edited.xml", status: 1).contains("We did not issue it"))
        #expect(try text("audit", "issued", "user.yaml", status: 1).contains("We did not issue it"))

        try tamper("DROP TRIGGER ledger_no_update; UPDATE ledger SET at = at + 1")
        #expect(try text("audit", "issued", "response.xml", status: 1).contains("not intact"))
        #expect(try text("store", "restore", "before").contains("restored"))
        #expect(try text("audit", "issued", "response.xml", status: 1).contains("golden SAML"))
        let zh = try text("audit", "issued", "response.xml", "--lang", "zh", status: 1)
        #expect(zh.contains("密钥已被他人掌握"))
    }
}
