import Foundation
import Onboarding
import TestSupport
import Testing

@Suite("The checklist on the command line", .ownThread)
struct ChecklistCommandTests {
    private static func items(_ outcome: CommandLineTool.Outcome) throws -> [[String: Any]] {
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any]
        #expect(object?["schema"] as? String == "drawbridge.checklist.v1", "\(outcome.errors)")
        return try #require(object?["items"] as? [[String: Any]])
    }

    @Test("What init made is prepared: every rule of the stage passes, from the first moment")
    func prepared() throws {
        let installation = try Installation()
        let outcome = try installation.run("checklist", "run", "--stage", "prepare", "--format", "json")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let open = try Self.items(outcome).filter { $0["verdict"] as? String != "pass" }
        #expect(open.isEmpty, "\(open)")
        let text = try installation.run("checklist", "run", "--stage", "prepare")
        #expect(!String(decoding: text.output, as: UTF8.self).contains("left to do"))
    }

    @Test("Live is not ready: each open rule is one line that says what to do, and the command fails")
    func notLive() throws {
        let installation = try Installation()
        let outcome = try installation.run("checklist", "run", "--stage", "live")
        let text = String(decoding: outcome.output, as: UTF8.self)
        #expect(outcome.status == 1)
        let behind = try #require(text.components(separatedBy: "left to do:").last)
        for id in ["store.backup", "partner-center.uploaded", "manual.contacts", "live.real-sign-on", "world.clock"] {
            #expect(behind.split(separator: "\n").count { $0.contains("  \(id)  ") } == 1, "\(id)")
        }
    }

    @Test("A key that others can read, a file that is gone, a backup that was made: the next run says so")
    func changes() throws {
        let installation = try Installation()
        func verdict(_ id: String) throws -> String? {
            let outcome = try installation.run("checklist", "run", "--stage", "live", "--only", id, "--format", "json")
            return try Self.items(outcome).first?["verdict"] as? String
        }
        let key = installation.command.directory.appending(path: "certs/private/signing-1.key.pem").path(
            percentEncoded: false
        )
        #expect(try verdict("keys.permissions") == "pass")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
        #expect(try verdict("keys.permissions") == "fail")
        try FileManager.default.removeItem(
            atPath: installation.command.directory.appending(path: "certs/signing-1.crt.pem").path(
                percentEncoded: false
            )
        )
        #expect(try verdict("keys.permissions") == "not-verified")
        #expect(try verdict("store.backup") == "fail")
        #expect(try installation.run("store", "backup", "saved").status == 0)
        #expect(try verdict("store.backup") == "pass")
    }

    @Test("Nobody is called unless the operator says so; what a probe saw elsewhere is believed for a day")
    func probeReport() throws {
        let installation = try Installation()
        func verdicts(_ arguments: String...) throws -> [String: String] {
            let run = ["checklist", "run", "--stage", "live", "--format", "json"]
            let items = try Self.items(installation.command.run(run + arguments))
            let pairs = items.compactMap { item in
                (item["rule"] as? String).map { ($0, item["verdict"] as? String ?? "") }
            }
            return Dictionary(uniqueKeysWithValues: pairs.filter { $0.0.hasPrefix("world.") })
        }
        #expect(Set(try verdicts().values) == ["not-verified"])
        let outcome = try installation.run("checklist", "run", "--format", "json", "--only", "huawei.idp.file")
        let facts = try #require(try Self.items(outcome).first?["evidence"] as? [[String: String]])
        let hash = try #require(facts.first { $0["name"] == "sha256" }?["value"])
        func report(_ time: String, _ hash: String) throws {
            _ = try installation.command.file(
                "probe.json",
                """
                {"schema":"drawbridge.probe.v1","time":"\(time)","base":"https://idp.example.com","health":{"status":200},
                "metadata":{"status":200,"sha256":"\(hash)"},"notification":{"status":400}}
                """
            )
        }
        let now = Date().ISO8601Format()
        for (time, hash, verdict) in [
            (now, hash, "pass"), (now, "00", "fail"), ("2026-01-01T00:00:00Z", hash, "not-verified"),
        ] {
            try report(time, hash)
            let seen = try verdicts("--probe-report", "probe.json")
            #expect(seen["world.public-base"] == verdict, "\(time) \(hash)")
            #expect(seen["world.clock"] == "not-verified")
        }
    }

    @Test("Who vouches and who waives stands in the run, and a skipped rule is not verified")
    func persons() throws {
        let installation = try Installation()
        _ = try installation.command.file("scan.pdf", "signed")
        let first = ["operators", "add", "wang", "--first", "--output", "wang.token"]
        #expect(try installation.command.run(first).status == 0)
        let token = ["--operator-token-file", "wang.token"]
        let attach = ["checklist", "attach", "manual.contacts", "scan.pdf"]
        #expect(try installation.command.run(attach + token).status == 0)
        let waive = ["checklist", "waive", "manual.icp", "--reason", "abroad", "--days", "7"]
        #expect(try installation.command.run(waive + token).status == 0)
        let skip = ["--skip", "world.clock", "--reason", "no NTP"]
        let outcome = try installation.command.run(
            ["checklist", "run", "--stage", "live", "--format", "json"] + skip
        )
        let items = try Self.items(outcome)
        func item(_ id: String) -> [String: Any]? { items.first { $0["rule"] as? String == id } }
        #expect(item("manual.contacts")?["verdict"] as? String == "pass")
        #expect(item("manual.contacts")?["proved_against"] as? String == "person")
        let facts = item("manual.contacts")?["evidence"] as? [[String: String]]
        #expect(facts?.contains { $0["value"] == "scan.pdf" } == true)
        #expect(facts?.contains { $0["value"]?.hasPrefix("wang (operator token, approver") == true } == true)
        #expect(item("manual.icp")?["verdict"] as? String == "waived")
        let waiver = item("manual.icp")?["waiver"] as? [String: Any]
        #expect(waiver?["by"] as? String == "wang" && waiver?["role"] as? String == "approver")
        #expect(waiver?["is_proved"] as? Bool == true && waiver?["counts"] as? Bool == true)
        #expect(waiver?["system_user"] as? String == NSUserName())
        #expect(item("world.clock")?["verdict"] as? String == "not-verified")
        #expect((item("world.clock")?["sentence"] as? String)?.contains("no NTP") == true)
    }

    @Test(
        "A must rule that fails ends the command with 1; with --fail-on should a should rule and a warning do, too",
        arguments: [
            ("partner-center.bp-id", "must", 1), ("partner-center.bp-id", "should", 1), ("settings.log", "must", 1),
            ("whitelist.gateways", "must", 0), ("whitelist.gateways", "should", 1), ("keys.active", "should", 0),
            ("keys.waiting", "should", 0),
        ]
    )
    func failOn(rule: String, level: String, status: Int32) throws {
        let installation = try Installation()
        let yaml = installation.command.directory.appending(path: "drawbridge.yaml")
        let text = try String(contentsOf: yaml, encoding: .utf8)
        try Data((text + "log:\n  level: debug\n").utf8).write(to: yaml)
        let run = ["checklist", "run", "--stage", "live", "--only", rule, "--fail-on", level]
        #expect(try installation.command.run(run).status == status)
        #expect(try installation.run("checklist", "run", "--fail-on", "never").status == 2)
    }

    @Test("Results appear look by look, those of one look in the order of the rules; the run itself is in their order")
    func order() throws {
        let installation = try Installation()
        let outcome = try installation.run("checklist", "run", "--stage", "live")
        let shown = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").compactMap { line in
            line.split(separator: " ").dropFirst().first.map(String.init)
        }
        let all = ChecklistRule.all.filter { $0.stage <= .live }
        for parts in Set(all.map(\.parts)) {
            let rules = all.filter { $0.parts == parts }.map(\.id)
            #expect(Array(shown.filter(rules.contains).prefix(rules.count)) == rules)
        }
        let kept = try Self.items(installation.run("checklist", "show", "--stage", "live", "--format", "json"))
        #expect(kept.compactMap { $0["rule"] as? String } == all.map(\.id))
    }

    @Test("On a terminal a bar says how many rules are judged, and is gone at the end")
    func bar() throws {
        let installation = try Installation()
        let directory = installation.command.directory.path(percentEncoded: false)
        let command = "cd '\(directory)' && '\(DrawbridgeCommand.executable.path)' checklist run --lang en"
        let outcome = try CommandLineTool.run("script", ["-qec", command, "/dev/null"])
        let text = String(decoding: outcome.output, as: UTF8.self)
        #expect(outcome.status == 0 && text.contains("looking [###"), "\(text)")
        let ended = try #require(text.components(separatedBy: "\r\u{1B}[K").last)
        #expect(!ended.contains("looking") && ended.contains("run 1: "))
    }

    @Test("A run is shown again until the configuration changes, and compared with the one before")
    func show() throws {
        let installation = try Installation()
        #expect(try installation.run("checklist", "run", "--stage", "prepare").status == 0)
        func notVerified() throws -> Int {
            let outcome = try installation.run("checklist", "show", "--format", "json")
            return try Self.items(outcome).count { $0["verdict"] as? String == "not-verified" }
        }
        #expect(try notVerified() == 0)
        let count = ChecklistRule.of(.prepare).count
        let level = ["DRAWBRIDGE_LOG_LEVEL": "debug"]
        let elsewhere = try installation.run("checklist", "show", "--format", "json", environment: level)
        #expect(try Self.items(elsewhere).allSatisfy { $0["verdict"] as? String == "not-verified" })
        let yaml = installation.command.directory.appending(path: "drawbridge.yaml")
        let text = try String(contentsOf: yaml, encoding: .utf8)
        try Data((text + "# changed\n").utf8).write(to: yaml)
        #expect(try notVerified() == count)
        #expect(try installation.run("checklist", "show", "--diff").status == 2)
        #expect(try installation.run("checklist", "run", "--stage", "prepare").status == 0)
        let diff = try installation.run("checklist", "show", "--diff")
        #expect(String(decoding: diff.output, as: UTF8.self).contains("nothing changed"))
    }

    @Test("A report goes to standard output or into a file", arguments: ["json", "junit", "markdown", "html"])
    func forms(format: String) throws {
        let installation = try Installation()
        let shown = try installation.run("checklist", "run", "--format", format)
        #expect(shown.status == 0 && shown.output.count > 1000, "\(shown.errors)")
        let written = try installation.run("checklist", "run", "--format", format, "--output", "report")
        #expect(String(decoding: written.output, as: UTF8.self).contains("keys.active"))
        let file = try #require(try installation.files()["report"])
        #expect(file.starts(with: shown.output.prefix(15)))
        #expect(try installation.run("checklist", "run", "--output", "drawbridge.yaml/x").status == 2)
    }

    @Test("A bundle holds what was attached, is verified offline, and one changed octet is told")
    func bundle() throws {
        let installation = try Installation()
        _ = try installation.command.file("scan.pdf", "signed by both")
        #expect(try installation.run("checklist", "attach", "manual.contacts", "scan.pdf", "--by", "Li").status == 0)
        #expect(try installation.run("checklist", "run", "--bundle", "run.tar.gz").status == 0)
        let verified = try installation.run(
            "checklist",
            "verify",
            "run.tar.gz",
            "--certificate",
            "certs/signing-1.crt.pem",
            "--format",
            "json"
        )
        let verdict = try JSONSerialization.jsonObject(with: Data(verified.output)) as? [String: Any]
        #expect(
            verified.status == 0 && verdict?["holds"] as? Bool == true && verdict?["is_expected_key"] as? Bool == true
        )
        let path = installation.command.directory.appending(path: "run.tar.gz").path(percentEncoded: false)
        let listed = try CommandLineTool.run("tar", ["tzf", path])
        let files = String(decoding: listed.output, as: UTF8.self)
        for file in ["attachments/manual.contacts/scan.pdf", "configuration.sha256", "metadata/idp-metadata.xml"] {
            #expect(files.contains(file))
        }
        var bytes = try Data(contentsOf: URL(filePath: path))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(filePath: path))
        #expect(try installation.run("checklist", "verify", "run.tar.gz").status == 1)
        let again = try installation.run("checklist", "run", "--bundle", "run.tar.gz")
        #expect(again.status == 2 && again.errors.contains("run.tar.gz"), "\(again.errors)")
    }
}
