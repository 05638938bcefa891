import Foundation
import JointDebug
import Onboarding
import TestSupport
import Testing

@testable import DrawbridgeCLI

@Suite("joint-debug, as a user gives it", .ownThread)
struct JointDebugCommandTests {
    private static func object(_ bytes: [UInt8]) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    @Test("Each rule that a scenario proves is one of the checklist")
    func rules() throws {
        let known = Set(ChecklistRule.all.map(\.id))
        for scenario in try ScenarioSet.builtIn() {
            for rule in scenario.proves { #expect(known.contains(rule), "\(scenario.id) proves \(rule)") }
        }
    }

    @Test("A run is kept, shown again in each form, and compared with another; the checklist takes it as evidence")
    func runs() throws {
        let command = try DrawbridgeCommand()
        let run = ["joint-debug", "run", "--directory", "d"]
        let first = try command.run(run + ["--family", "notification", "metadata", "--format", "json"])
        #expect(first.status == 0, "\(first.errors)")
        let record = try Self.object(first.output)
        let name = try #require(record["name"] as? String)
        #expect(record["schema"] as? String == RunRecord.schema && record["kind"] as? String == "simulation")

        let folder = command.directory.appending(path: "d/joint-debug/runs/\(name)")
        for file in ["run.json", "report.md", "junit.xml", "timeline.html", "trace/notification.bind.json"] {
            let path = folder.appending(path: file).path
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600, "\(file)")
        }
        for (form, says) in [
            ("text", "notification.bind"), ("json", "\"kind\" : \"simulation\""), ("junit", "<testsuite"),
            ("markdown", "| ✓ "),
        ] {
            let shown = try command.run(["joint-debug", "show", name, "--directory", "d", "--format", form])
            #expect(shown.status == 0, "\(shown.errors)")
            #expect(String(decoding: shown.output, as: UTF8.self).contains(says), "\(form)")
        }
        let scenario = ["joint-debug", "show", "--directory", "d", "--scenario", "notification.bind"]
        let messages = String(decoding: try command.run(scenario).output, as: UTF8.self)
        #expect(messages.contains("bindRequest") && messages.contains("/huawei/association"))

        let checklist = [
            "checklist", "run", "--stage", "joint-debug", "--config", "d/drawbridge.yaml", "--format", "json",
        ]
        let results = try #require(try Self.object(command.run(checklist).output)["items"] as? [[String: Any]])
        let proved = results.first { $0["rule"] as? String == "notification.fixture" }
        let text = String(describing: proved)
        #expect(proved?["verdict"] as? String == "pass", "\(text)")
        #expect(text.contains(name))

        let second = try command.run(run + ["--family", "metadata"])
        #expect(second.status == 0, "\(second.errors)")
        let same = try command.run("joint-debug", "diff", name, name, "--directory", "d")
        #expect(same.status == 0)
        let other = try command.run("joint-debug", "diff", name, "last", "--directory", "d")
        #expect(other.status == 1)
        #expect(String(decoding: other.output, as: UTF8.self).contains("notification.bind"))
    }

    @Test("A scenario of one's own that fails ends with 1, and says where with the message")
    func failing() throws {
        let command = try DrawbridgeCommand()
        let file = """
            - id: attributes.mine
              purpose: { en: mine, zh: 我的 }
              source: mine
              needs: [hand-off]
              steps:
                - do: hand-over
                - do: make-request
                - do: send-request
                - do: check-response
                  expect: { attribute.bpId: somebody-else }
            """
        _ = try command.file("mine.yaml", file)
        let outcome = try command.run("joint-debug", "run", "--directory", "d", "--file", "mine.yaml", "--lang", "en")
        let text = String(decoding: outcome.output, as: UTF8.self)
        #expect(outcome.status == 1, "\(outcome.errors)")
        #expect(text.contains("The attribute bpId is 0123456789abcdef0123456789abcdef, not somebody-else"))
        #expect(text.contains("<saml:AttributeStatement>"))
    }
}
