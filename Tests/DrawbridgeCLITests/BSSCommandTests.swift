import Foundation
import HuaweiCloud
import JointDebug
import TestSupport
import Testing
import XMLSecurity

@Suite("The commands of the BSS against the simulated one", .serialized)
struct BSSCommandTests {
    private static func text(_ outcome: CommandLineTool.Outcome) -> String {
        String(decoding: outcome.output, as: UTF8.self)
    }

    private static func object(_ outcome: CommandLineTool.Outcome) throws -> [String: Any] {
        try #require(
            JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any],
            "\(outcome.errors)"
        )
    }

    private static func items(_ outcome: CommandLineTool.Outcome) throws -> [[String: Any]] {
        try #require(object(outcome)["items"] as? [[String: Any]])
    }

    @Test("A customer is made from the question to the association, and is then taken")
    func registration() async throws {
        try await SimulatedBSS.run { bss in
            let free = try await bss.call("bss", "check-identity", "--name", "customer-1")
            #expect(free.status == 0 && Self.text(free).contains("free"), "\(free.errors)")
            let sent = try await bss.call("bss", "send-code", "+86 138 0013 8000", "--minutes", "5")
            #expect(sent.status == 0, "\(sent.errors)")
            let code = try #require(await bss.host.sentCodes.first).code
            let password = try bss.command.file("password", "Passw0rd-of-customer\n")
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: password)
            let made = try await bss.call(
                "bss",
                "create-customer",
                "account-1",
                "--domain-name",
                "customer-1",
                "--mobile",
                "13800138000",
                "--code",
                code,
                "--password-file",
                "password",
                "--as",
                "li",
                "--format",
                "json"
            )
            let id = try #require(try Self.object(made)["domain_id"] as? String)
            #expect(await bss.customers.bound(to: "account-1")?.domainID == id)
            let shown = try Self.object(bss.local("associations", "show", "account-1", "--format", "json"))
            let association = try #require(shown["association"] as? [String: Any])
            #expect(association["state"] as? String == "bound" && association["source"] as? String == "api")
            #expect(association["domain_id"] as? String == id)
            let taken = try await bss.call("bss", "check-identity", "--name", "customer-1", "--format", "json")
            #expect(taken.status == 1)
            #expect(try Self.object(taken)["result"] as? String == "used_by_user")
            let again = try await bss.call("bss", "create-customer", "account-1", "--domain-name", "customer-2")
            #expect(again.status == 1 && again.errors.contains("CBC.99000039"), "\(again.errors)")
            let list = try Self.items(await bss.call("bss", "customers", "--format", "json"))
            #expect(list.map { $0["x_account_id"] as? String } == ["account-1"])
        }
    }

    @Test("Adjustment records are listed by page and whole, by both paths")
    func adjustRecords() async throws {
        try await SimulatedBSS.run { bss in
            for number in 0..<150 {
                await bss.host.add(
                    AdjustRecord(
                        customerID: "customer",
                        kind: number.isMultiple(of: 3) ? .takeBack : .grant,
                        amount: "12.50",
                        operationTime: "2026-11-24T01:00:00Z",
                        transactionID: "t\(number)"
                    )
                )
            }
            let page = try await bss.call("bss", "adjust-records")
            #expect(Self.text(page).contains("10 of 150") && Self.text(page).contains("12.50 CNY"), "\(page.errors)")
            let present = try await bss.call("bss", "adjust-records", "--all", "--format", "json")
            let older = try await bss.call("bss", "adjust-records", "--all", "--old", "--format", "json")
            for all in [present, older] {
                #expect(Set(try Self.items(all).compactMap { $0["trans_id"] as? String }).count == 150)
            }
            let kind = try await bss.call("bss", "adjust-records", "--kind", "take-back")
            #expect(Self.text(kind).contains("10 of 50"))
            let none = try await bss.call("bss", "adjust-records", "--customer", "stranger")
            #expect(none.status == 0 && Self.text(none).contains("0 of 0"))
        }
    }

    @Test("Keys come from a file that only the owner reads, and are never shown")
    func credentials() async throws {
        try await SimulatedBSS.run { bss in
            let file = try bss.command.file(
                "bss.yaml",
                "access_key: \(SimulatedBSS.accessKey)\nsecret_key: \(SimulatedBSS.secretKey)\n"
            )
            let settings = ["DRAWBRIDGE_BSS_CREDENTIALS_FILE": "bss.yaml"]
            func call() async throws -> CommandLineTool.Outcome {
                try await bss.call("bss", "customers", environment: settings)
            }
            let open = try await call()
            #expect(open.status == 2 && open.errors.contains("chmod 600"), "\(open.errors)")
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
            #expect(try await call().status == 0)
            for content in ["access_key: A\nsecret_key: wrong-secret\nmore: x", "wrong-secret", "{", "access_key: A"] {
                _ = try bss.command.file("bss.yaml", content)
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
                let broken = try await call()
                #expect(broken.status == 2 && broken.errors.contains("secret_key"), "\(broken.errors)")
                #expect(!broken.errors.contains("wrong-secret"))
            }
            let wrong = ["DRAWBRIDGE_BSS_AK": SimulatedBSS.accessKey, "DRAWBRIDGE_BSS_SK": "wrong-secret"]
            let refused = try await bss.call("bss", "customers", environment: wrong)
            #expect(refused.status == 1 && refused.errors.contains("APIGW.0301"), "\(refused.errors)")
            #expect(!refused.errors.contains("wrong-secret") && !refused.errors.contains(SimulatedBSS.accessKey))
        }
    }

    @Test("A password does in place of keys: a token is asked for, and neither is shown")
    func tokens() async throws {
        try await SimulatedBSS.run { bss in
            func write(_ content: String) throws {
                let file = try bss.command.file("user.yaml", content)
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
            }
            let options = ["--credentials-file", "user.yaml", "--format", "json"]
            try write("user: partner\ndomain: partner\npassword: \(SimulatedBSS.password)\n")
            let listed = try await bss.call(["bss", "customers"] + options)
            #expect(listed.status == 0, "\(listed.errors)")
            #expect(await bss.host.calls().map(\.operation) == ["token", "customers"])
            for (content, status, says) in [
                ("user: partner\ndomain: partner\npassword: other-secret", Int32(1), "IAM gave no token: HTTP 401"),
                ("user: partner\ndomain: other\npassword: other-secret", 1, "domain"),
                ("user: partner\npassword: other-secret", 2, "user, domain and password"),
                ("user: partner\ndomain: ''\npassword: other-secret", 2, "must not be empty"),
                (
                    "user: p\ndomain: p\npassword: other-secret\niam_endpoint: https://iam.myhuaweicloud.com", 2,
                    "does not fit site"
                ),
                ("user: p\ndomain: p\npassword: other-secret\naccess_key: A", 2, "access_key and secret_key"),
            ] {
                try write(content)
                let refused = try await bss.call(["bss", "customers"] + options)
                #expect(refused.status == status && refused.errors.contains(says), "\(refused.errors)")
                #expect(!refused.errors.contains("other-secret"))
            }
        }
    }

    @Test("A file that a command names wins over keys in the environment")
    func chosenFile() async throws {
        try await SimulatedBSS.run { bss in
            let file = try bss.command.file("other.yaml", "access_key: OTHER\nsecret_key: other\n")
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
            let refused = try await bss.call("bss", "customers", "--credentials-file", "other.yaml")
            #expect(refused.status == 1 && refused.errors.contains("APIGW.0301"), "\(refused.errors)")
            #expect(await bss.host.calls().last?.reason == "unknown-access-key")
        }
    }

    @Test("The configured endpoint does without the option, and another site's is not taken")
    func endpoint() async throws {
        try await SimulatedBSS.run { bss in
            let own = try await bss.configured("bss", "customers", endpoint: "http://127.0.0.1:\(bss.port)")
            #expect(own.status == 0, "\(own.errors)")
            let none = try await bss.configured("bss", "customers", endpoint: "")
            #expect(none.status == 2 && none.errors.contains("bss.endpoint"), "\(none.errors)")
            for (site, endpoint) in [
                ("china", "https://bss-intl.myhuaweicloud.com"), ("international", "https://bss.myhuaweicloud.com"),
            ] {
                let settings = ["DRAWBRIDGE_HUAWEI_SITE": site]
                let other = try await bss.configured("bss", "customers", endpoint: endpoint, settings)
                #expect(other.status == 2 && other.errors.contains("it is the BSS of"), "\(other.errors)")
            }
        }
    }

    @Test("Associations are compared with the list, and written when that is asked for")
    func sync() async throws {
        try await SimulatedBSS.run { bss in
            for account in ["a", "b", "c"] {
                _ = try await bss.customers.create(
                    "customer-" + account,
                    accountID: account,
                    platformID: "platform",
                    mobile: nil,
                    email: nil,
                    byAPI: false,
                    at: Instant(seconds: 1_790_000_000)
                )
            }
            let reason = ["--reason", "seen"]
            for (account, domain) in [("b", "other"), ("d", "gone")] {
                let set = ["associations", "set", account, "--state", "bound", "--domain-id", domain] + reason
                #expect(try bss.command.run(set).status == 0)
            }
            let compared = try await bss.call("associations", "sync", "--format", "json")
            #expect(compared.status == 1)
            let kinds = try Self.items(compared).map { $0["kind"] as? String }
            #expect(kinds == ["only-theirs", "other-account", "only-theirs", "recent"])
            #expect(try Self.items(bss.local("associations", "list", "--format", "json")).count == 2)
            let applied = try await bss.call("associations", "sync", "--apply", "--as", "li", "--reason", "lost")
            #expect(applied.status == 0 && Self.text(applied).contains("3 changed"), "\(applied.errors)")
            let shown = try Self.object(bss.local("associations", "show", "b", "--format", "json"))
            let history = try #require(shown["history"] as? [[String: Any]])
            #expect(history.last?["source"] as? String == "sync")
            #expect((history.last?["person"] as? String)?.hasPrefix("li (unproved") == true)
            #expect(history.last?["reason"] as? String == "lost")
            let again = try await bss.call("associations", "sync")
            #expect(
                again.status == 0 && Self.text(again).contains("customers listed: 3, differences: 1"),
                "\(again.errors)"
            )
        }
    }

    @Test("A list that changes while it is read, or that is another partner's, changes nothing")
    func doubtfulLists() async throws {
        let one = #"{"customer_id":"d","account_name":"n","xaccount_id":"a","xaccount_type":"platform"}"#
        for list in [#"{"count":2,"customer_infos":[\#(one)]}"#, #"{"count":2,"customer_infos":[\#(one),\#(one)]}"#] {
            try await SimulatedBSS.run(listing: list) { bss in
                let refused = try await bss.call("associations", "sync", "--apply")
                #expect(refused.status == 1 && refused.errors.contains("changed while"), "\(refused.errors)")
                #expect(try Self.items(bss.local("associations", "list", "--format", "json")).isEmpty)
            }
        }
    }

    @Test("What the simulation makes up is never taken for real", arguments: ["china", "international"])
    func realSites(site: String) async throws {
        try await SimulatedBSS.run { bss in
            let keys = ["DRAWBRIDGE_BSS_AK": SimulatedBSS.accessKey, "DRAWBRIDGE_BSS_SK": SimulatedBSS.secretKey]
            let environment = keys.merging(["DRAWBRIDGE_HUAWEI_SITE": site]) { $1 }
            let refused = try await bss.call("associations", "sync", "--apply", environment: environment)
            #expect(refused.status == 2 && refused.errors.contains("does not fit"), "\(refused.errors)")
        }
    }
}
