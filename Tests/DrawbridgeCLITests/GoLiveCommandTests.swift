import Foundation
import TestSupport
import Testing

@Suite("Going live on the command line")
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

    @Test("It shows what stands in the way and changes nothing, until somebody answers for each rule")
    func wholeWay() throws {
        let refused = try go("wang")
        #expect(refused.status == 1 && refused.errors.contains("stand in the way"), "\(refused.errors)")
        let shown = String(decoding: refused.output, as: UTF8.self)
        let open = try blocking()
        #expect(open.count > 20 && open.allSatisfy { shown.contains(" \($0)  ") })
        #expect(try stage() == "joint-debug")
        for rule in open {
            let waive = ["checklist", "waive", rule, "--by", "Wang", "--reason", "a trial", "--days", "1"]
            try #require(installation.command.run(waive).status == 0)
        }
        #expect(try blocking().isEmpty)
        let live = try go("wang")
        #expect(live.status == 0, "\(live.errors) \(String(decoding: live.output, as: UTF8.self))")
        #expect(try stage() == "live")
        #expect(try go("wang").errors.contains("live already"))
        let waive = ["checklist", "waive", "manual.icp", "--reason", "a trial", "--days", "1"]
        #expect(try installation.command.run(waive + ["--by", "Wang"]).errors.contains("DRAWBRIDGE_OPERATOR_TOKEN"))
        #expect(try installation.command.run(waive + ["--operator-token-file", "han.token"]).status == 0)

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
