import Foundation
import TestSupport
import Testing

@Suite("Operator tokens by hand", .ownThread)
struct OperatorCommandTests {
    private static func text(_ outcome: CommandLineTool.Outcome) -> String {
        String(decoding: outcome.output, as: UTF8.self)
    }

    private static func items(_ outcome: CommandLineTool.Outcome) throws -> [[String: Any]] {
        let object = try #require(JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any])
        return try #require(object["items"] as? [[String: Any]])
    }

    private static func mode(_ installation: Installation, _ file: String) throws -> Int? {
        let path = installation.command.directory.appending(path: file).path(percentEncoded: false)
        return (try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber)?.intValue
    }

    @Test("The first is made once; others by an approver; a token is shown once and kept nowhere")
    func way() throws {
        let installation = try Installation()
        let shown = try installation.run("operators", "add", "wang", "--first", "--format", "json")
        let token = try #require(try Self.items(shown).first?["token"] as? String)
        #expect(token.hasPrefix("dbop_"))
        let again = try installation.run("operators", "add", "zhao", "--first")
        #expect(again.status == 1 && again.errors.contains("--first"), "\(again.errors)")
        let alone = try installation.run("operators", "add", "li", "--role", "editor")
        #expect(alone.status == 2 && alone.errors.contains("DRAWBRIDGE_OPERATOR_TOKEN"), "\(alone.errors)")
        let proof = ["DRAWBRIDGE_OPERATOR_TOKEN": token]
        let added = try installation.run(
            "operators",
            "add",
            "li",
            "--role",
            "editor",
            "--output",
            "li.token",
            environment: proof
        )
        #expect(added.status == 0 && !Self.text(added).contains("dbop_"), "\(added.errors)")
        #expect(try Self.mode(installation, "li.token") == 0o600)
        let byEditor = try installation.run(
            "operators",
            "add",
            "sun",
            "--role",
            "viewer",
            "--operator-token-file",
            "li.token"
        )
        #expect(byEditor.status == 1 && byEditor.errors.contains("li (editor): administer"), "\(byEditor.errors)")
        let last = try installation.run("operators", "revoke", "1", environment: proof)
        #expect(last.status == 1 && last.errors.contains("only approver"), "\(last.errors)")
        #expect(try installation.run("operators", "revoke", "2", "--operator-token-file", "li.token").status == 0)
        let revoked = try installation.run("operators", "revoke", "2", "--operator-token-file", "li.token")
        #expect(revoked.status == 1 && revoked.errors.contains("revoked"), "\(revoked.errors)")
        let listed = try installation.run("operators", "list", "--format", "json")
        #expect(try Self.items(listed).map { $0["state"] as? String } == ["holds", "revoked"])
        let trail = Self.text(try installation.run("audit", "list", "--kind", "operators", "--format", "json"))
        #expect(trail.contains("added as editor") && trail.contains("revoked"), "\(trail)")
        let store = try Data(contentsOf: installation.command.directory.appending(path: "drawbridge.sqlite"))
        for text in [Self.text(listed), trail, String(decoding: store, as: UTF8.self)] {
            #expect(!text.contains(token))
        }
    }

    @Test("A token that others can read is refused, and one that was never made here is not told apart from noise")
    func files() throws {
        let installation = try Installation()
        #expect(try installation.run("operators", "add", "wang", "--first", "--output", "wang.token").status == 0)
        let path = installation.command.directory.appending(path: "wang.token").path(percentEncoded: false)
        let add = ["operators", "add", "li", "--role", "viewer", "--operator-token-file"]
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        let open = try installation.command.run(add + ["wang.token"])
        #expect(open.status == 2 && open.errors.contains("chmod 600"), "\(open.errors)")
        for content in ["", "dbop_short", "dbop_" + String(repeating: "A", count: 43)] {
            let other = try installation.command.file("other.token", content)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: other)
            let outcome = try installation.command.run(add + ["other.token"])
            #expect(outcome.status == 1 && outcome.errors.contains("not one of this installation"), "\(outcome.errors)")
        }
        let existing = try installation.command.run(
            [
                "operators", "add", "li", "--role", "viewer", "--operator-token-file", "wang.token", "--output",
                "wang.token",
            ]
        )
        #expect(existing.status == 2)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        let kept = try installation.command.run(add + ["wang.token", "--output", "wang.token"])
        #expect(kept.status == 2, "\(kept.errors)")
        #expect(Self.text(try installation.run("operators", "list", "--format", "json")).contains("wang"))
        #expect(try Self.items(installation.run("operators", "list", "--format", "json")).count == 1)
    }

    @Test("In live persons are tokens, roles are kept, and one user of the machine behind two of them shows")
    func live() throws {
        let installation = try Installation()
        #expect(try installation.run("operators", "add", "wang", "--first", "--output", "wang.token").status == 0)
        for (name, role) in [("li", "editor"), ("sun", "viewer")] {
            let outcome = try installation.command.run(
                [
                    "operators", "add", name, "--role", role, "--operator-token-file", "wang.token", "--output",
                    "\(name).token",
                ]
            )
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        let propose = ["propose", "--kind", "account", "--subject", "customer-1"]
        let steps: [(arguments: [String], by: String?, status: Int32, says: String)] = [
            (propose, nil, 1, "operator token"), (propose + ["--as", "li"], "li", 2, "--as"),
            (propose, "sun", 1, "sun (viewer): narrow"), (propose, "li", 0, ""),
            (["approve", "1"], "li", 1, "li (editor): widen"), (["approve", "1"], "wang", 0, ""),
            (["activate", "1"], "li", 1, "li (editor): widen"), (["activate", "1"], "wang", 0, ""),
            (["suspend", "1"], "li", 0, ""), (["resume", "1"], "li", 1, "another person"),
            (["resume", "1", "--approved-by", "wang"], "li", 2, "--approver-token-file"),
            (["resume", "1", "--approver-token-file", "li.token"], "li", 1, "li (editor): widen"),
            (["resume", "1", "--approver-token-file", "wang.token"], "wang", 1, "Nobody approves"),
            (["resume", "1", "--approver-token-file", "wang.token"], "li", 0, ""),
        ]
        for step in steps {
            let proof = step.by.map { ["--operator-token-file", "\($0).token"] } ?? []
            let outcome = try installation.command.run(
                ["whitelist"] + step.arguments + ["--stage", "live", "--reason", "contract 7"] + proof
            )
            #expect(outcome.status == step.status, "\(step.arguments): \(outcome.errors)")
            #expect(step.says.isEmpty || outcome.errors.contains(step.says), "\(step.arguments): \(outcome.errors)")
        }
        let reasonless = try installation.run(
            "whitelist",
            "suspend",
            "1",
            "--stage",
            "live",
            "--operator-token-file",
            "li.token"
        )
        #expect(reasonless.status == 1 && reasonless.errors.contains("--reason"), "\(reasonless.errors)")
        let entry = try Self.items(installation.run("whitelist", "list", "--stage", "live", "--format", "json"))
        #expect(entry.first?["is_proved"] as? Bool == true && entry.first?["shares_system_user"] as? Bool == true)
        let history = try Self.items(installation.run("whitelist", "history", "--stage", "live", "--format", "json"))
        #expect(history.map { $0["action"] as? String } == ["resume", "suspend", "activate", "approve", "propose"])
        #expect(history.map { $0["shares_system_user"] as? Bool } == [true, false, false, true, false])
        #expect(history.allSatisfy { $0["is_proved"] as? Bool == true })
        #expect(Self.text(try installation.run("whitelist", "history", "--stage", "live")).contains("wang !"))
    }

    @Test("In joint debugging a label is enough, and is kept as unproved with the system's user")
    func labels() throws {
        let installation = try Installation()
        let propose = ["whitelist", "propose", "--kind", "account", "--subject", "customer-1", "--as", "li"]
        #expect(try installation.command.run(propose).status == 0)
        let history = try Self.items(installation.run("whitelist", "history", "--format", "json"))
        #expect(history.first?["is_proved"] as? Bool == false)
        #expect(history.first?["system_user"] as? String == NSUserName())
        #expect(Self.text(try installation.run("whitelist", "history")).contains("li ?"))
    }

    @Test("Two processes edit at once: nothing is lost, and one is told what the other did")
    func twoProcesses() throws {
        let installation = try Installation()
        _ = try installation.command.file("in.csv", "kind,subject,state\naccount,a,active\naccount,b,active\n")
        let seed = ["whitelist", "import", "in.csv", "--as", "li", "--approved-by", "wang"]
        #expect(try installation.command.run(seed).status == 0)
        let processes = try [("1", "li", "phone stolen"), ("2", "zhao", "contract ended")].map { id, name, reason in
            try installation.command.start(
                "whitelist",
                "suspend",
                id,
                "--as",
                name,
                "--reason",
                reason,
                "--seen",
                "1"
            )
        }
        for process in processes { process.waitUntilExit() }
        #expect(processes.map(\.terminationStatus).sorted() == [0, 1])
        let said = try String(contentsOf: installation.command.directory.appending(path: "log"), encoding: .utf8)
        let isFirst = processes[0].terminationStatus == 0
        #expect(said.contains("2: suspend, " + (isFirst ? "li" : "zhao")), "\(said)")
        #expect(said.contains(isFirst ? "phone stolen" : "contract ended"), "\(said)")
        let states = try Self.items(installation.run("whitelist", "list", "--format", "json"))
            .compactMap { $0["state"] as? String }
        #expect(states == (isFirst ? ["suspended", "active"] : ["active", "suspended"]))
        let (id, name) = isFirst ? ("2", "zhao") : ("1", "li")
        #expect(try installation.run("whitelist", "suspend", id, "--as", name, "--seen", "2").status == 0)
        #expect(try Self.items(installation.run("whitelist", "history", "--format", "json")).count == 3)
    }
}
