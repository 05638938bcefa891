import Foundation
import HuaweiCloud
import JointDebug
import Onboarding
import SAML
import TestSupport
import Testing

@testable import DrawbridgeCLI

@Suite("What the documents show is what the program does", .ownThread)
struct DocumentationTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test("The README shows the demo's real output", arguments: [("README.md", "en"), ("README.zh.md", "zh")])
    func demo(readme: String, language: String) throws {
        let text = try String(contentsOf: Self.root.appending(path: readme), encoding: .utf8)
        let blocks = text.split(separator: "<!-- demo output, held by a test -->\n```\n").dropFirst()
            .compactMap { $0.split(separator: "\n```").first }
        try #require(blocks.count == 2)
        let command = try DrawbridgeCommand()
        let run = ["joint-debug", "run", "--directory", ".demo", "--lang", language]
        let crossing = ["--verbose", "--scenario", "sign-on.plain", "sign-on.changed-account"]
        for (arguments, shown) in [(run + crossing, blocks[0]), (run, blocks[1])] {
            let outcome = try command.run(arguments)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let printed = Self.normalised(String(decoding: outcome.output, as: UTF8.self))
            let lines = Self.normalised(String(shown))
            #expect(printed.suffix(lines.count) == lines[...])
        }
    }

    // Identifiers, ports, fingerprints, times and lengths differ from run to run.
    private static func normalised(_ text: String) -> [String] {
        text.split(separator: "\n").map { line in
            String(line).replacing(/_[0-9a-f]{40}/, with: "_ID").replacing(/[0-9a-f]{16,}/, with: "HEX")
                .replacing(/[0-9T]+Z/, with: "TIME").replacing(/[0-9]{3,}/, with: "N")
        }
    }

    @Test("Documentation/configuration.md has every key with type, default, example and meaning in both languages")
    func configuration() throws {
        let url = Self.root.appending(path: "Documentation/configuration.md")
        let text = try String(contentsOf: url, encoding: .utf8)
        for key in ConfigurationKey.all {
            let variable = "DRAWBRIDGE_" + key.path.uppercased().replacing(".", with: "_")
            let row =
                "| `\(key.path)` | \(key.kind) | \(key.standard.isEmpty ? "-" : "`\(key.standard)`") | "
                + "`\(key.example)` | `\(variable)` | "
                + "\(key.meaning.en) \(key.meaning.zh) |"
            #expect(text.contains(row), "\(row)")
        }
        let documented = text.matches(of: /(?m)^\| `([a-z_.]+)` \|/).map { String($0.1) }
        #expect(documented == ConfigurationKey.all.map(\.path))
    }

    @Test("Documentation/simulation.md has every fault with its number and meaning, in order")
    func faults() throws {
        let text = try String(contentsOf: Self.root.appending(path: "Documentation/simulation.md"), encoding: .utf8)
        let section = try #require(text.split(separator: "## Faults").last?.split(separator: "\n# ").first)
        let rows = section.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
        let faults = FaultKind.allCases.map { kind in
            let number = kind.value.map { value in
                "\(value.range.lowerBound)–\(value.range.upperBound) \(value.unit.en) \(value.unit.zh) (`\(kind.rawValue)=\(value.assumed)`)"
            }
            return "| `\(kind.rawValue)` | \(number ?? "-") | \(kind.summary.en) \(kind.summary.zh) |"
        }
        #expect(rows == faults)
    }

    @Test("Documentation/checklist.md has every rule with its stage, level, titles and source, in order")
    func checklist() throws {
        let text = try String(contentsOf: Self.root.appending(path: "Documentation/checklist.md"), encoding: .utf8)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
        let rules = ChecklistRule.all.map { rule in
            "| `\(rule.id)` | \(rule.stage.rawValue) | \(rule.level.rawValue) | \(rule.title.en) \(rule.title.zh) | \(rule.source) |"
        }
        #expect(rows == rules)
    }

    @Test("Documentation/service-providers.md has every key of an SP's file")
    func serviceProviderKeys() throws {
        let text = try String(
            contentsOf: Self.root.appending(path: "Documentation/service-providers.md"),
            encoding: .utf8
        )
        for key in ConfigurationKey.serviceProvider {
            let standard = key.standard.isEmpty ? "-" : "`\(key.standard)`"
            let row =
                "| `\(key.path)` | \(key.kind) | \(standard) | `\(key.example)` | \(key.meaning.en) \(key.meaning.zh) |"
            #expect(text.contains(row), "\(row)")
        }
        let documented = text.matches(of: /(?m)^\| `([a-z_.]+)` \|/).map { String($0.1) }
        #expect(documented == ConfigurationKey.serviceProvider.map(\.path))
    }

    @Test("The example of every key is taken, from the environment", arguments: ["china", "simulation"])
    func examples(site: String) throws {
        let command = try DrawbridgeCommand()
        var environment: [String: String] = [:]
        for key in ConfigurationKey.all {
            environment["DRAWBRIDGE_" + key.path.uppercased().replacing(".", with: "_")] = key.example
        }
        environment["DRAWBRIDGE_HUAWEI_SITE"] = site
        let file = try ConfigurationFile(path: command.file("drawbridge.yaml", ""), environment: environment)
        for key in ConfigurationKey.all where key.path != "huawei.site" { #expect(file[key.path] == key.example) }
        let configuration = try Configuration(file)
        #expect(configuration.listen.port == 8443)
        #expect(configuration.skew == 60)
        #expect(configuration.huawei?.platformID?.value == "example_IDP")
    }

    @Test("Documentation/refusals.md has every code as `explain` tells it, in both languages, and no other")
    func refusals() throws {
        let text = try String(contentsOf: Self.root.appending(path: "Documentation/refusals.md"), encoding: .utf8)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
        let codes = Explain.codes.map { code in
            "| `\(code.id)` | \(code.refusalClass.rawValue) | \(code.spec) | \(code.message.en) \(code.message.zh) | "
                + "\(code.hint.en) \(code.hint.zh) |"
        }
        #expect(rows == codes)
    }

    @Test("Documentation/lint-rules.md has every rule with its level, source and texts in both languages")
    func lintRules() throws {
        let url = Self.root.appending(path: "Documentation/lint-rules.md")
        let text = try String(contentsOf: url, encoding: .utf8)
        for rule in LintProfile.rules {
            let row =
                "| `\(rule.id)` | \(rule.level.rawValue) | \(rule.spec) | \(rule.title.en) \(rule.title.zh) | "
                + "\(rule.hint.en) \(rule.hint.zh) |"
            #expect(text.contains(row), "\(row)")
        }
        let documented = text.matches(of: /(?m)^\| `([a-z0-9.-]+)` \|/).map { String($0.1) }
        #expect(documented == LintProfile.rules.map(\.id))
    }
}
