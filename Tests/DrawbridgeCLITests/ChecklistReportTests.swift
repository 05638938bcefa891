import Foundation
import Onboarding
import SAML
import Testing
import XMLSecurity

@testable import DrawbridgeCLI

@Suite("The reports of the checklist")
struct ChecklistReportTests {
    private static func render(_ format: ChecklistReportFormat, _ language: Language = .en) throws -> String {
        try ChecklistSample.report.render(format, language: language)
    }

    @Test("every format speaks the language asked for", arguments: ChecklistReportFormat.allCases, Language.allCases)
    func languages(format: ChecklistReportFormat, language: Language) throws {
        let text = try Self.render(format, language)
        #expect(text.contains(language == .en ? "Nobody knows." : "无人知晓。"))
        if format == .json || format == .html {
            #expect(text.contains("Nobody knows.") && text.contains("无人知晓。"))
        } else {
            #expect(!text.contains(language == .en ? "无人知晓。" : "Nobody knows."))
        }
    }

    @Test("text is one line a rule, then what is left, then the counts, and no control character passes")
    func text() throws {
        let lines = try Self.render(.text).split(separator: "\n").map(String.init)
        let rules = lines.filter { line in ["✓", "✗", "!", "?", "~"].contains { line.hasPrefix($0 + " a.") } }
        #expect(rules.count == 6)
        #expect(!lines.joined().contains("\u{1B}"))
        let left = lines.filter { $0.hasPrefix("  - [") }
        #expect(left.map { $0.contains("[must]") } == [true, true, false, false])
        #expect(left.first == "  - [must] a.fail: Do a.fail")
        #expect(lines.last == "1 pass, 1 fail, 1 warning, 2 not verified, 1 waived")
    }

    @Test("JSON has the run and each result with its rule")
    func json() throws {
        let data = Data(try Self.render(.json, .zh).utf8)
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(object["schema"] as? String == "drawbridge.checklist.v1")
        #expect(object["number"] as? Int == 7)
        let items = try #require(object["items"] as? [[String: Any]])
        #expect(items.compactMap { $0["rule"] as? String } == ChecklistSample.rules.map(\.id))
        #expect(items[0]["title"] as? String == "a.pass 的标题")
        #expect(items[0]["titles"] as? [String: String] == ["en": "Title of a.pass", "zh": "a.pass 的标题"])
        #expect(items[0]["proved_against"] as? String == "person")
        #expect((items[0]["evidence"] as? [[String: String]])?.first?["value"] == ChecklistSample.harm)
        #expect((items[5]["waiver"] as? [String: Any])?["by"] as? String == "李雷 <ops>")
    }

    @Test("JUnit is well-formed and counts what it holds")
    func junit() throws {
        let document = try XMLDocument(parsing: Array(Self.render(.junit).utf8), limits: .metadata)
        let suite = document.root
        let counts = Dictionary(uniqueKeysWithValues: suite.attributes.map { ($0.name, $0.value) })
        #expect(counts["tests"] == "6" && counts["failures"] == "1" && counts["errors"] == "1")
        #expect(counts["skipped"] == "2")
        let outcomes = suite.children.map { $0.children.first?.localName }
        #expect(outcomes == [nil, "failure", "system-out", "error", "skipped", "skipped"])
        #expect(suite.children[5].children[0].attributes.first?.value.contains("<script>") == true)
    }

    @Test("Markdown keeps its cells: each row of the rules has as many bars as its head")
    func markdown() throws {
        let text = try Self.render(.markdown)
        #expect(!text.contains("<script>"))
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }
        let bars = rows.map { $0.replacing("\\|", with: "").count { $0 == "|" } }
        #expect(bars.suffix(8) == ArraySlice(repeating: 8, count: 8))
        #expect(!text.contains("\u{1B}"))
    }

    @Test("the page is well-formed, without script, and allows nothing from elsewhere")
    func html() throws {
        let page = try Self.render(.html)
        #expect(!page.contains("<script") && page.contains("&lt;script"))
        let body = page.replacing("<!DOCTYPE html>\n", with: "")
        let document = try XMLDocument(parsing: Array(body.utf8), limits: .metadata)
        #expect(document.root.localName == "html")
        #expect(page.contains("default-src 'none'; style-src 'sha256-"))
        #expect(!page.contains("http://") || page.contains("xmlns=\"http://www.w3.org/1999/xhtml\""))
        #expect(page.contains("id=\"only-en\""))
        #expect(!page.contains(" src=") && !page.contains(" href="))
    }
}
