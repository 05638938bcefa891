import Foundation
import SAML

/// Findings as a SARIF 2.1.0 log, which code hosts and editors show at the lines.
struct SARIF: Encodable {
    private struct Text: Encodable {
        let text: String
    }

    private struct Rule: Encodable {
        struct Configuration: Encodable {
            let level: String
        }

        let id: String
        let shortDescription: Text
        let help: Text
        let defaultConfiguration: Configuration
    }

    private struct Tool: Encodable {
        struct Driver: Encodable {
            let name = "drawbridge"
            let semanticVersion = Drawbridge.version
            let rules: [Rule]
        }

        let driver: Driver
    }

    private struct Location: Encodable {
        struct Artifact: Encodable {
            let uri: String
        }

        struct Region: Encodable {
            let startLine: Int
        }

        struct Physical: Encodable {
            let artifactLocation: Artifact
            let region: Region?
        }

        struct Logical: Encodable {
            let fullyQualifiedName: String
        }

        let physicalLocation: Physical
        let logicalLocations: [Logical]?
    }

    private struct Result: Encodable {
        let ruleId: String
        let ruleIndex: Int
        let level: String
        let message: Text
        let locations: [Location]
    }

    private struct Run: Encodable {
        let tool: Tool
        let results: [Result]
    }

    private enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case version
        case runs
    }

    private let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    private let version = "2.1.0"
    private let runs: [Run]

    /// The log of one file's findings; only the rules that were broken are listed.
    init(_ findings: [LintFinding], in file: String) {
        var rules: [LintRule] = []
        for finding in findings where !rules.contains(finding.rule) { rules.append(finding.rule) }
        let results = findings.map { finding in
            Result(
                ruleId: finding.rule.id,
                ruleIndex: rules.firstIndex(of: finding.rule) ?? 0,
                level: finding.level.rawValue,
                message: Text(text: Self.message(finding)),
                locations: [Self.location(finding, file)]
            )
        }
        runs = [Run(tool: Tool(driver: .init(rules: rules.map(Self.rule))), results: results)]
    }

    private static func rule(_ rule: LintRule) -> Rule {
        Rule(
            id: rule.id,
            shortDescription: Text(text: rule.title[Speech.language]),
            help: Text(text: rule.hint[Speech.language] + " (\(rule.spec))"),
            defaultConfiguration: .init(level: rule.level.rawValue)
        )
    }

    private static func message(_ finding: LintFinding) -> String {
        let details = [
            finding.expected.map { say("expected: ", "期望：") + $0 }, finding.found.map { say("found: ", "实际：") + $0 },
        ]
        return ([finding.rule.title[Speech.language]] + details.compactMap { $0 }).joined(separator: " ")
    }

    private static func location(_ finding: LintFinding, _ file: String) -> Location {
        let uri = file == "-" ? "stdin" : file.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? file
        return Location(
            physicalLocation: .init(
                artifactLocation: .init(uri: uri),
                region: finding.line.map(Location.Region.init)
            ),
            logicalLocations: finding.xpath.map { [.init(fullyQualifiedName: $0)] }
        )
    }

    /// The log as JSON; its keys are SARIF's own.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
