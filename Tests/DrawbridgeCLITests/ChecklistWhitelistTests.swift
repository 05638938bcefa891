import Foundation
import Server
import Storage
import TestSupport
import Testing
import XMLSecurity

@testable import DrawbridgeCLI
@testable import IdentityProvider

@Suite("Rules about the whitelist on real installations: a list that fails each, and one that passes it", .ownThread)
struct ChecklistWhitelistTests {
    private let stand: ChecklistStand
    private let provider: FakeServiceProvider

    init() throws {
        stand = try ChecklistStand()
        provider = try FakeServiceProvider()
        try stand.take(provider)
    }

    @discardableResult
    private func listProvider(_ certificates: [String]) throws -> String {
        try stand.list(
            "service-provider",
            provider.entityID,
            "acs=" + provider.assertionConsumerService,
            "certificates=" + certificates.joined(separator: " ")
        )
    }

    @Test("whitelist.huawei, .accounts, .second-person: entries in force, each agreed to by another")
    func entries() throws {
        #expect(try stand.verdict("whitelist.huawei") == "fail")
        #expect(try stand.verdict("whitelist.accounts") == "fail")
        try listProvider([provider.key.certificate.fingerprint])
        let account = try stand.list("account", "customer-1")
        for rule in ["whitelist.huawei", "whitelist.accounts", "whitelist.second-person", "whitelist.wide"] {
            #expect(try stand.verdict(rule) == "pass", "\(rule)")
        }
        // One user of one machine plays both persons here.
        #expect(try stand.verdict("whitelist.one-system-user") == "warn")
        #expect(try stand.verdict("whitelist.unused") == "warn")
        try stand.retire(account)
        #expect(try stand.verdict("whitelist.accounts") == "fail")
        #expect(try stand.verdict("whitelist.unused") == "pass")
    }

    @Test("whitelist.wide: an SP for all accounts is a warning, with all its approvals and its end")
    func wide() throws {
        let add = ["operators", "add", "han", "--role", "approver", "--output", "han.token"]
        #expect(try stand.installation.command.run(add + ["--operator-token-file", "wang.token"]).status == 0)
        #expect(try stand.verdict("whitelist.wide") == "pass")
        try stand.list(
            "service-provider",
            provider.entityID,
            "acs=" + provider.assertionConsumerService,
            "certificates=" + provider.key.certificate.fingerprint,
            "accounts=all",
            "valid_until=" + Date(timeIntervalSinceNow: 30 * 86_400).ISO8601Format(),
            approvers: ["wang", "han"]
        )
        #expect(try stand.verdict("whitelist.wide") == "warn")
        #expect(try stand.verdict("whitelist.accounts") == "pass")
        #expect(try stand.verdict("whitelist.second-person") == "pass")
    }

    @Test(
        "whitelist.unused: who crossed in the days that are configured is used",
        arguments: [(1, "pass"), (20, "warn")]
    )
    func unused(daysAgo: Int64, expected: String) async throws {
        try stand.list("account", "customer-1")
        let workspace = try Workspace(stand.path("drawbridge.yaml"))
        let record = IssuanceRecord(
            at: workspace.clock.now.adding(seconds: -daysAgo * 86_400),
            serviceProvider: provider.entityID,
            requestID: "_q",
            responseID: "_r",
            assertionID: "_a",
            xAccountID: "customer-1",
            keyID: "00",
            algorithm: "rsa",
            decision: "asserted"
        )
        let account = try workspace.accountHash().hash("customer-1")
        try await SQLiteIssuanceLedger(workspace.database)
            .append(LedgerEntry(record, reference: "R-1", account: account))
        let days = ["DRAWBRIDGE_CHECKLIST_UNUSED_DAYS": "10"]
        #expect(try stand.verdict("whitelist.unused", environment: days) == expected)
        #expect(try stand.verdict("whitelist.unused") == "pass")
    }

    @Test("whitelist.certificates: one too few and one too many are told, and the same set passes")
    func certificates() throws {
        let own = provider.key.certificate.fingerprint
        let stale = String(repeating: "cd", count: 32)
        for (listed, expected) in [([own], "pass"), ([stale], "fail"), ([own, stale], "fail")] {
            let id = try listProvider(listed)
            let item = try stand.items(["whitelist.certificates"])["whitelist.certificates"]
            #expect(item?["verdict"] as? String == expected, "\(listed)")
            let told = String(describing: item?["evidence"])
            #expect(told.contains(stale) == listed.contains(stale))
            try stand.retire(id)
        }
    }

    @Test("whitelist.gateways: login, console and gateway of the site are listed, or told")
    func gateways() throws {
        for host in ["auth.huaweicloud.com", "console.huaweicloud.com", "bss.myhuaweicloud.com"] {
            let item = try stand.items(["whitelist.gateways"])["whitelist.gateways"]
            #expect(item?["verdict"] as? String == "warn")
            let told = String(describing: item?["evidence"])
            #expect(told.contains(host + ":443 is not listed"), "\(told)")
            try stand.list("gateway", host + ":443")
        }
        #expect(try stand.verdict("whitelist.gateways") == "pass")
        #expect(
            try stand.verdict("whitelist.gateways", environment: ["DRAWBRIDGE_HUAWEI_SITE": "international"]) == "warn"
        )
    }

    @Test("whitelist.validity, .ending: an entry that is over fails, one that soon is warns")
    func validity() throws {
        func until(_ seconds: Double) -> String { "valid_until=" + Date(timeIntervalSinceNow: seconds).ISO8601Format() }
        let month = try stand.list("network", "10.1.0.0/16", until(30 * 86_400))
        #expect(try stand.verdict("whitelist.validity") == "pass")
        #expect(try stand.verdict("whitelist.ending") == "pass")
        try stand.retire(month)
        let day = try stand.list("network", "10.2.0.0/16", until(86_400))
        #expect(try stand.verdict("whitelist.validity") == "pass")
        #expect(try stand.verdict("whitelist.ending") == "warn")
        try stand.retire(day)
        let past = try stand.list("network", "10.3.0.0/16", until(-86_400))
        #expect(try stand.verdict("whitelist.validity") == "fail")
        #expect(try stand.verdict("whitelist.ending") == "pass")
        try stand.retire(past)
    }

    @Test("whitelist.coverage: a known customer who would be refused is told")
    func coverage() throws {
        #expect(try stand.verdict("whitelist.coverage") == "pass")
        let set = ["associations", "set", "customer-2", "--state", "bound", "--domain-id", "d", "--as", "li"]
        #expect(try stand.installation.command.run(set + ["--reason", "told"]).status == 0)
        #expect(try stand.verdict("whitelist.coverage") == "fail")
        try listProvider([provider.key.certificate.fingerprint])
        try stand.list("account", "customer-2")
        try stand.list("destination", "https://console.huaweicloud.com/")
        #expect(try stand.verdict("whitelist.coverage") == "pass")
    }
}
