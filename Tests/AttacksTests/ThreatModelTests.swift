import Attacks
import Foundation
import SAML
import Testing

@Suite("Documentation/threat-model.md")
struct ThreatModelTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func text() throws -> String {
        try String(contentsOf: Self.root.appending(path: "Documentation/threat-model.md"), encoding: .utf8)
    }

    @Test("Every number of the catalogue has one row, in the table that it belongs to")
    func numbers() throws {
        let parts = try text().split(separator: "## Not tried")
        try #require(parts.count == 2)
        let rows = parts.map { part in part.matches(of: /(?m)^\| ([0-9]+) \|/).compactMap { Int($0.output.1) } }
        #expect(rows[0] == Set(Attack.all.map(\.number)).sorted())
        #expect(rows[1] == InapplicableAttack.all.map(\.number))
    }

    @Test("Every file and every suite that it names is there")
    func names() throws {
        let text = try text()
        let paths = text.matches(of: /`(Sources\/[^`]+\.swift)`/).map { String($0.output.1) }
        #expect(paths.count > 50)
        let suites = text.matches(of: /`(Live\w+Tests)`/).map { "Tests/AttacksTests/\($0.output.1).swift" }
        #expect(Set(suites).count == 7)
        for path in paths + suites {
            #expect(FileManager.default.fileExists(atPath: Self.root.appending(path: path).path), "\(path)")
        }
    }

    @Test("The reasons for what is not tried are those that the command prints")
    func reasons() throws {
        let text = try text()
        for attack in InapplicableAttack.all {
            #expect(text.contains("| \(attack.number) | \(attack.reason.en) | \(attack.reason.zh) |"))
        }
    }
}
