import Foundation
import TestSupport
import Testing

@Suite("The whitelist by hand", .ownThread)
struct WhitelistCommandTests {
    private static func text(_ outcome: CommandLineTool.Outcome) -> String {
        String(decoding: outcome.output, as: UTF8.self)
    }

    private static func items(_ outcome: CommandLineTool.Outcome) throws -> [[String: Any]] {
        let object = try #require(JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any])
        return try #require(object["items"] as? [[String: Any]])
    }

    private static func states(_ installation: Installation) throws -> [String] {
        try items(installation.run("whitelist", "list", "--format", "json")).compactMap { $0["state"] as? String }
    }

    @Test("An account goes its way from proposal to retirement, by two persons")
    func way() throws {
        let installation = try Installation()
        let proposed = try installation.run(
            "whitelist",
            "propose",
            "--kind",
            "account",
            "--subject",
            "customer-1",
            "--set",
            "valid_until=2100-01-01T00:00:00Z",
            "--as",
            "li",
            "--reason",
            "contract 7"
        )
        #expect(proposed.status == 0, "\(proposed.errors)")
        let steps: [(arguments: [String], status: Int32, state: String)] = [
            (["activate", "1", "--as", "li"], 1, "proposed"), (["approve", "1", "--as", "LI"], 1, "proposed"),
            (["approve", "1", "--as", "wang"], 0, "approved"), (["activate", "1", "--as", "li"], 0, "active"),
            (["suspend", "1", "--as", "li", "--reason", "stolen"], 0, "suspended"),
            (["resume", "1", "--as", "li"], 1, "suspended"),
            (["resume", "1", "--as", "li", "--approved-by", "li"], 1, "suspended"),
            (["resume", "1", "--as", "li", "--approved-by", "wang"], 0, "active"),
        ]
        for step in steps {
            let outcome = try installation.command.run(["whitelist"] + step.arguments)
            #expect(outcome.status == step.status, "\(step.arguments): \(outcome.errors)")
            #expect(try Self.states(installation) == [step.state], "\(step.arguments)")
            let isAdmitted = try installation.run("whitelist", "check", "--account", "customer-1").status == 0
            #expect(isAdmitted == (step.state == "active"))
        }
        #expect(try installation.run("whitelist", "retire", "1", "--as", "li").status == 0)
        #expect(try Self.states(installation).isEmpty)
        let history = try Self.items(installation.run("whitelist", "history", "--format", "json"))
        let actions = ["retire", "resume", "suspend", "activate", "approve", "propose"]
        #expect(history.compactMap { $0["action"] as? String } == actions)
        #expect(history[2]["reason"] as? String == "stolen")
        let diff = try Self.items(installation.run("whitelist", "diff", "4", "--format", "json"))
        #expect(diff.map { $0["before"] as? String } == ["active"])
        #expect(diff.map { $0["after"] as? String } == ["suspended"])
        let trail = Self.text(try installation.run("audit", "list", "--kind", "whitelist", "--format", "json"))
        #expect(trail.contains("stolen"), "\(trail)")
    }

    @Test("A list is of the kinds and states that are asked for")
    func list() throws {
        let installation = try Installation()
        let rows = [
            "account,customer-1,active", "account,customer-2,proposed", "account,customer-3,suspended",
            "gateway,bss.example:443,active", "network,10.1.0.0/16,proposed",
        ]
        _ = try installation.command.file("in.csv", (["kind,subject,state"] + rows).joined(separator: "\n") + "\n")
        let taken = try installation.run("whitelist", "import", "in.csv", "--as", "li", "--approved-by", "wang")
        try #require(taken.status == 0, "\(taken.errors)")
        func listed(_ arguments: String...) throws -> [String] {
            let outcome = try installation.command.run(["whitelist", "list", "--format", "json"] + arguments)
            return try Self.items(outcome).compactMap { $0["subject"] as? String }
        }
        #expect(try listed("--kind", "account") == ["customer-1", "customer-2", "customer-3"])
        #expect(try listed("--kind", "gateway") == ["bss.example:443"])
        #expect(try listed("--kind", "destination") == [])
        #expect(try listed("--state", "active") == ["customer-1", "bss.example:443"])
        #expect(try listed("--state", "suspended") == ["customer-3"])
        #expect(try listed("--kind", "account", "--state", "proposed") == ["customer-2"])
        #expect(try installation.run("whitelist", "list", "--kind", "accounts").status == 2)
        #expect(try installation.run("whitelist", "list", "--state", "living").status == 2)
    }

    @Test("A file of many is proposed at once, all or none, and shows on a terminal how far it is")
    func proposeMany() throws {
        let installation = try Installation()
        let rows = (0..<2_000).map { "account,customer-\($0)\n" }
        _ = try installation.command.file("in.csv", (["kind,subject\n"] + rows).joined())
        _ = try installation.command.file("bad.csv", (["kind,subject\n"] + rows + ["account,1.23E+17\n"]).joined())
        _ = try installation.command.file("in.yaml", "entries:\n  - kind: account\n    subject: customer-x\n")
        let refused = try installation.run("whitelist", "propose", "--from", "bad.csv", "--as", "li")
        #expect(refused.status == 2 && refused.errors.contains("2002"), "\(refused.errors)")
        #expect(try Self.states(installation).isEmpty)
        let words = [
            DrawbridgeCommand.executable.path(percentEncoded: false), "whitelist", "propose", "--from", "in.csv",
        ]
        let line = (words + ["--as", "li"]).map { "'\($0)'" }.joined(separator: " ")
        let directory = installation.command.directory.path(percentEncoded: false)
        let shown = try CommandLineTool.run("script", ["-qec", "cd '\(directory)' && LANG=C \(line)", "/dev/null"])
        #expect(Self.text(shown).contains("50 %  1000/2000"), "\(Self.text(shown).prefix(2_000))")
        #expect(try Self.states(installation) == Array(repeating: "proposed", count: 2_000))
        let one = try installation.run("whitelist", "propose", "--from", "in.yaml", "--as", "li", "--format", "json")
        #expect(Self.text(one).contains("customer-x"), "\(one)")
    }

    @Test("What is exported is imported without a change, from either format, and in GB 18030")
    func files() throws {
        let installation = try Installation()
        let csv = "kind,subject,state\naccount,客户-1,active\naccount,0017,proposed\n"
        _ = try installation.command.file("in.csv", csv)
        let converted = try CommandLineTool.run(
            "iconv",
            ["-f", "UTF-8", "-t", "GB18030", installation.command.directory.path(percentEncoded: false) + "/in.csv"]
        )
        try Data(converted.output).write(to: installation.command.directory.appending(path: "gb.csv"))
        let persons = ["--as", "li", "--approved-by", "wang"]
        let alone = try installation.run("whitelist", "import", "in.csv", "--as", "li")
        #expect(alone.status == 1 && alone.errors.contains("approves"), "\(alone.errors)")
        let dry = try installation.command.run(["whitelist", "import", "in.csv", "--dry-run"] + persons)
        #expect(Self.text(dry).contains("2 would change, 0 stay"), "\(dry.errors)")
        let mixed = try installation.command.run(["whitelist", "import", "gb.csv"] + persons)
        #expect(mixed.status == 2 && mixed.errors.contains("--encoding"), "\(mixed.errors)")
        let taken = try installation.command.run(
            ["whitelist", "import", "gb.csv", "--encoding", "gb18030"] + persons
        )
        #expect(Self.text(taken).contains("2 changed, 0 stay"), "\(taken.errors)")
        #expect(try installation.run("whitelist", "check", "--account", "客户-1").status == 0)
        for format in ["csv", "yaml"] {
            let exported = try installation.run("whitelist", "export", "--format", format)
            _ = try installation.command.file("out." + format, "\u{FEFF}" + Self.text(exported))
            let again = try installation.command.run(["whitelist", "import", "out." + format] + persons)
            #expect(Self.text(again).contains("0 changed, 2 stay"), "\(format): \(again.errors)")
            #expect(try installation.run("whitelist", "export", "--format", format).output == exported.output)
        }
    }

    @Test("A rollback is tried first, and needs another person")
    func rollBack() throws {
        let installation = try Installation()
        _ = try installation.command.file("in.csv", "kind,subject,state\naccount,a,active\naccount,b,active\n")
        let persons = ["--as", "li", "--approved-by", "wang"]
        #expect(try installation.command.run(["whitelist", "import", "in.csv"] + persons).status == 0)
        #expect(try installation.run("whitelist", "suspend", "1", "--as", "li").status == 0)
        #expect(try installation.run("whitelist", "retire", "2", "--as", "li").status == 0)
        #expect(try installation.run("whitelist", "rollback", "1", "--as", "li").status == 1)
        let dry = try installation.command.run(["whitelist", "rollback", "1", "--dry-run"] + persons)
        #expect(Self.text(dry).contains("retired -> active"), "\(dry.errors)")
        #expect(try Self.states(installation) == ["suspended"])
        #expect(try installation.command.run(["whitelist", "rollback", "1"] + persons).status == 0)
        #expect(try Self.states(installation) == ["suspended", "active"])
    }

    @Test("In live a name on the command line is not taken for a person")
    func live() throws {
        let installation = try Installation()
        let outcome = try installation.run(
            "whitelist",
            "propose",
            "--stage",
            "live",
            "--kind",
            "account",
            "--subject",
            "customer-1",
            "--reason",
            "x"
        )
        #expect(outcome.status == 1 && outcome.errors.contains("operator token"), "\(outcome.errors)")
    }
}
