import Foundation
import TestSupport
import Testing

@Suite("Going live on the command line", .ownThread)
struct GoLiveCommandTests {
    private let installation: Installation

    /// An installation with two approvers and an editor, whose tokens stand in files.
    init() throws {
        installation = try Installation()
        let first = ["operators", "add", "wang", "--first", "--output", "wang.token"]
        try #require(installation.command.run(first).status == 0)
        for (name, role) in [("li", "approver"), ("han", "editor")] {
            let add = ["operators", "add", name, "--role", role, "--output", "\(name).token"]
            try #require(installation.command.run(add + ["--operator-token-file", "wang.token"]).status == 0)
        }
    }

    private func go(_ person: String?, _ more: String...) throws -> CommandLineTool.Outcome {
        let token = person.map { ["--operator-token-file", "\($0).token"] } ?? []
        return try installation.command.run(["go-live", "--reason", "test"] + token + more)
    }

    private func stage() throws -> String {
        let listed = try installation.run("audit", "list", "--kind", "stage", "--limit", "1", "--format", "json")
        let object = try JSONSerialization.jsonObject(with: Data(listed.output)) as? [String: Any]
        return (object?["items"] as? [[String: Any]])?.first?["action"] as? String ?? "joint-debug"
    }

    /// The rules that stand in the way now.
    private func blocking() throws -> [String] {
        let outcome = try installation.run("checklist", "run", "--stage", "live", "--format", "json")
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any]
        let items = try #require(object?["items"] as? [[String: Any]])
        return items.filter { item in
            item["level"] as? String == "must" && !["pass", "waived"].contains(item["verdict"] as? String ?? "")
        }.compactMap { $0["rule"] as? String }
    }

    private func waive(_ rule: String, _ person: String...) throws -> CommandLineTool.Outcome {
        let waive = ["checklist", "waive", rule, "--reason", "a trial", "--days", "1"]
        return try installation.command.run(waive + person)
    }

    @Test("It shows what stands in the way and changes nothing, until an approver answers for each rule")
    func wholeWay() throws {
        let refused = try go("wang")
        #expect(refused.status == 1 && refused.errors.contains("stand in the way"), "\(refused.errors)")
        let shown = String(decoding: refused.output, as: UTF8.self)
        let open = try blocking()
        #expect(open.count > 20 && open.allSatisfy { shown.contains(" \($0)  ") })
        #expect(try stage() == "joint-debug")
        for rule in open { try #require(waive(rule, "--operator-token-file", "wang.token").status == 0) }
        #expect(try blocking().isEmpty)
        let live = try go("wang")
        #expect(live.status == 0, "\(live.errors) \(String(decoding: live.output, as: UTF8.self))")
        #expect(try stage() == "live")
        #expect(try go("wang").errors.contains("live already"))
        #expect(try waive("manual.icp", "--by", "Wang").errors.contains("DRAWBRIDGE_OPERATOR_TOKEN"))
        let editor = try waive("manual.icp", "--operator-token-file", "han.token")
        #expect(editor.status == 1 && editor.errors.contains("han (editor)"), "\(editor.errors)")
        #expect(try waive("manual.icp", "--operator-token-file", "li.token").status == 0)
        try outAndBack()
    }

    private func outAndBack() throws {
        #expect(try go("han", "--back").status == 0)
        #expect(try stage() == "closed")
        for more in [[], ["--approver-token-file", "wang.token"], ["--approver-token-file", "han.token"]] {
            let alone = try installation.command.run(
                ["go-live", "--reopen", "--reason", "again", "--operator-token-file", "wang.token"] + more
            )
            #expect(alone.status == 1, "\(more)")
            #expect(try stage() == "closed")
        }
        #expect(try go("wang", "--reopen", "--approver-token-file", "li.token").status == 0)
        #expect(try stage() == "live")
        let trail = try installation.run("audit", "list", "--kind", "stage", "--format", "json")
        let told = String(decoding: trail.output, as: UTF8.self)
        #expect(told.contains("bundle SHA-256") && told.contains("agreed by li"), "\(told)")
    }

    @Test(
        "Before production a name or an editor may waive; it is shown as what it is, and does not count for going live"
    )
    func unprovedWaivers() throws {
        let rule = "partner-center.platform-id"
        for (person, proof) in [
            (["--by", "Wang"], "Wang (unproved, system user "),
            (["--operator-token-file", "han.token"], "han (operator token, editor, system user "),
        ] {
            let waived = try installation.command.run(
                ["checklist", "waive", rule, "--reason", "a trial", "--days", "1"] + person
            )
            let said = String(decoding: waived.output, as: UTF8.self)
            #expect(waived.status == 0 && said.contains("does not count for going live"), "\(said)")
            #expect(try blocking().contains(rule))
            let shown = String(decoding: try go("wang").output, as: UTF8.self)
            #expect(shown.contains(proof) && shown.contains("It does not count for going live"), "\(shown)")
            for format in ["markdown", "html", "junit", "text"] {
                let report = try installation.run(
                    "checklist",
                    "run",
                    "--stage",
                    "live",
                    "--only",
                    rule,
                    "--format",
                    format
                )
                #expect(String(decoding: report.output, as: UTF8.self).contains(proof.prefix(20)), "\(format)")
            }
            let before = try installation.run(
                "checklist",
                "run",
                "--stage",
                "joint-debug",
                "--only",
                rule,
                "--format",
                "json"
            )
            #expect(String(decoding: before.output, as: UTF8.self).contains(#""verdict" : "waived""#))
        }
        #expect(try waive(rule, "--operator-token-file", "wang.token").status == 0)
        #expect(try !blocking().contains(rule))
        let trail = String(
            decoding: try installation.run("audit", "list", "--kind", "checklist", "--format", "json").output,
            as: UTF8.self
        )
        #expect(trail.contains("Wang (unproved, system user ") && trail.contains("wang (operator token, approver"))
    }

    @Test("A file that a name vouches with does not count for going live, one that a token does is counted")
    func unprovedFiles() throws {
        _ = try installation.command.file("scan.pdf", "signed")
        let attach = ["checklist", "attach", "manual.contacts", "scan.pdf"]
        let named = try installation.command.run(attach + ["--by", "Li"])
        #expect(named.status == 0)
        #expect(String(decoding: named.output, as: UTF8.self).contains("does not count for going live"))
        #expect(try blocking().contains("manual.contacts"))
        #expect(try installation.command.run(attach + ["--operator-token-file", "han.token"]).status == 0)
        #expect(try !blocking().contains("manual.contacts"))
    }

    @Test("Without a token, with an editor's, or without a reason nobody goes live")
    func persons() throws {
        let nobody = try go(nil)
        #expect(nobody.status == 2 && nobody.errors.contains("DRAWBRIDGE_OPERATOR_TOKEN"), "\(nobody.errors)")
        let editor = try go("han")
        #expect(editor.status == 1 && editor.errors.contains("han (editor)"), "\(editor.errors)")
        let token = ["--operator-token-file", "wang.token"]
        #expect(try installation.command.run(["go-live"] + token).status == 2)
        #expect(try go("wang", "--back", "--reopen").status == 2)
        #expect(try stage() == "joint-debug")
    }
}
