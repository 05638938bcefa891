import Foundation
import TestSupport
import Testing

@Suite("Help", .ownThread)
struct HelpTests {
    static let commands = [
        "init", "keys generate", "keys list", "keys publish", "keys activate", "keys retire",
        "access-config show", "access-config record", "test-users add", "test-users list", "test-users remove",
        "metadata generate", "metadata inspect", "metadata lint",
        "metadata diff", "metadata sign", "metadata verify", "metadata fetch", "sp import", "sp list",
        "sp show",
        "sp remove", "portals add", "portals list", "portals remove", "handoff mint", "handoff check",
        "associations list",
        "associations show", "associations import", "associations export", "associations set", "associations replay",
        "associations deliveries", "associations sync", "serve", "bss check-identity", "bss send-code",
        "bss create-customer", "bss customers", "bss adjust-records",
        "request validate", "response validate", "response issue", "message decode", "message lint", "joint-debug run",
        "joint-debug serve", "joint-debug watch", "joint-debug scenarios", "joint-debug show", "joint-debug diff",
        "self-test",
        "explain", "audit list", "audit why", "audit verify", "audit issued", "audit seal", "audit retain",
        "store backup", "store restore", "store check",
        "whitelist list", "whitelist propose", "whitelist approve", "whitelist activate", "whitelist suspend",
        "whitelist resume", "whitelist retire", "whitelist history", "whitelist diff", "whitelist rollback",
        "whitelist import", "whitelist export", "whitelist check", "whitelist coverage", "whitelist copy",
        "checklist list", "checklist run", "checklist show", "checklist waive", "checklist attach", "checklist probe",
        "checklist verify",
        "go-live",
        "operators add", "operators list", "operators revoke",
    ]

    @Test("Every command has help with an example in both languages", arguments: commands, ["en", "zh"])
    func help(command: String, language: String) throws {
        let words = command.split(separator: " ").map(String.init)
        let outcome = try DrawbridgeCommand().run(words + ["--help", "--lang", language])
        let text = String(decoding: outcome.output, as: UTF8.self)
        #expect(outcome.status == 0)
        #expect(text.contains(language == "zh" ? "示例：drawbridge" : "Example: drawbridge"), "\(text)")
        let hasChinese = text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
        // The example of init shows a Chinese name in Chinese only.
        #expect(hasChinese == (language == "zh"), "\(text)")
    }

    @Test("The help lists exactly the commands of the contract")
    func list() throws {
        let text = String(decoding: try DrawbridgeCommand().run("--help", "--lang", "en").output, as: UTF8.self)
        let listed = text.split(separator: "SUBCOMMANDS:").last?.split(separator: "\n").compactMap { line in
            line.hasPrefix("  ") && !line.hasPrefix("   ") ? line.split(separator: " ").first.map(String.init) : nil
        }
        let groups = Set(Self.commands.compactMap { $0.split(separator: " ").first.map(String.init) })
        #expect(Set(listed ?? []).subtracting(["See"]) == groups, "\(text)")
    }

    @Test("Completions are made for every shell", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        let outcome = try DrawbridgeCommand().run("--generate-completion-script", shell)
        #expect(outcome.status == 0)
        #expect(String(decoding: outcome.output, as: UTF8.self).contains("drawbridge"))
    }

    @Test("Every refusal code is explained in both languages")
    func explain() throws {
        let command = try DrawbridgeCommand()
        let list = try command.run("explain", "--format", "json")
        let object = try #require(JSONSerialization.jsonObject(with: Data(list.output)) as? [String: Any])
        let items = try #require(object["items"] as? [[String: String]])
        #expect(items.count > 80)
        for item in items {
            for key in ["code", "class", "spec", "message", "hint", "message_zh", "hint_zh"] {
                #expect(item[key]?.isEmpty == false, "\(item)")
            }
        }
        #expect(Set(items.compactMap { $0["code"] }).count == items.count)
    }
}
