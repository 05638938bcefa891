import Foundation
import SAML
import TestSupport
import Testing

/// An installation whose rules are judged one by one, with two persons who may change the whitelist of `live`.
struct ChecklistStand {
    let installation: Installation

    init() throws {
        installation = try Installation()
        let first = ["operators", "add", "wang", "--first", "--output", "wang.token"]
        try #require(installation.command.run(first).status == 0)
        let second = ["operators", "add", "li", "--role", "approver", "--output", "li.token"]
        try #require(installation.command.run(second + ["--operator-token-file", "wang.token"]).status == 0)
    }

    /// What the checklist says of rules, by rule.
    func items(
        _ rules: [String],
        _ more: [String] = [],
        environment: [String: String] = [:]
    ) throws -> [String: [String: Any]] {
        let only = rules.flatMap { ["--only", $0] }
        let run = ["checklist", "run", "--stage", "live", "--format", "json"] + only + more
        let outcome = try installation.command.run(run, environment: environment)
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any]
        let items = try #require(object?["items"] as? [[String: Any]], "\(outcome.errors)")
        let byRule = items.compactMap { item in (item["rule"] as? String).map { ($0, item) } }
        try #require(byRule.count == rules.count)
        return Dictionary(uniqueKeysWithValues: byRule)
    }

    /// The verdict of one rule.
    func verdict(_ rule: String, _ more: String..., environment: [String: String] = [:]) throws -> String {
        try items([rule], more, environment: environment)[rule]?["verdict"] as? String ?? ""
    }

    /// Adds lines to the configuration, in the place of what it says under the same key.
    func configure(_ lines: String, without key: String? = nil) throws {
        let yaml = installation.command.directory.appending(path: "drawbridge.yaml")
        let text = try String(contentsOf: yaml, encoding: .utf8).split(separator: "\n")
            .filter { line in key.map { !line.hasPrefix($0) } ?? true }.joined(separator: "\n")
        try Data((text + "\n" + lines + "\n").utf8).write(to: yaml)
    }

    /// Imports an SP.
    func take(_ provider: FakeServiceProvider, environment: [String: String] = [:]) throws {
        let metadata = try provider.metadata.document()
        _ = try installation.command.file("sp.xml", String(decoding: metadata, as: UTF8.self))
        let outcome = try installation.run(
            "sp",
            "import",
            "sp.xml",
            "--name",
            "huawei",
            "--replace",
            environment: environment
        )
        try #require(outcome.status == 0, "\(outcome.errors)")
    }

    /// Puts an entry on the whitelist of `live`: one proposes, another agrees; its number.
    @discardableResult
    func list(_ kind: String, _ subject: String, _ columns: String...) throws -> String {
        let set = columns.flatMap { ["--set", $0] }
        let id = try #require(try whitelist("li", ["propose", "--kind", kind, "--subject", subject] + set).first)
        for move in ["approve", "activate"] { _ = try whitelist("wang", [move, id]) }
        return id
    }

    /// Retires an entry.
    func retire(_ id: String) throws {
        _ = try whitelist("li", ["retire", id])
    }

    private func whitelist(_ person: String, _ arguments: [String]) throws -> [String] {
        let proof = ["--stage", "live", "--operator-token-file", person + ".token", "--reason", "test"]
        let outcome = try installation.command.run(["whitelist"] + arguments + proof + ["--format", "json"])
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any]
        let items = try #require(object?["items"] as? [[String: Any]], "\(outcome.errors)")
        return items.compactMap { $0["id"] as? Int }.map(String.init)
    }

    /// A file of the installation.
    func path(_ name: String) -> String {
        installation.command.directory.appending(path: name).path(percentEncoded: false)
    }
}
