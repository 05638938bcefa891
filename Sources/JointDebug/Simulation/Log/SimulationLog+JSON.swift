import Foundation
import SAML
import XMLSecurity

extension SimulationLog {
    /// The schema of ``json(after:)``.
    public static let schema = "drawbridge.simulation-log.v1"

    /// The events after that of a number, as one JSON object with `schema` and `items`.
    /// - Parameter number: the last one that is known.
    /// - Returns: JSON.
    /// - Throws: nothing that is known of; encoding may.
    public func json(after number: Int = 0) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let list = List(schema: Self.schema, items: entries(after: number).map(EntryJSON.init))
        return Array(try encoder.encode(list))
    }

    private struct List: Encodable {
        let schema: String
        let items: [EntryJSON]
    }
}

private struct EntryJSON: Encodable {
    let number: Int
    let at: String
    let kind: String
    let platform_id: String?
    let request_id: String?
    let arrival_id: String?
    let attributes: [String: [String]]
    let refusals: [RefusalJSON]
    let findings: [FindingJSON]
    let facts: [String: String]

    init(_ entry: SimulationLog.Entry) {
        let event = entry.event
        number = entry.number
        at = event.at.xsDateTime
        kind = event.kind.rawValue
        platform_id = event.platformID
        request_id = event.requestID
        arrival_id = event.arrivalID
        attributes = Dictionary(event.attributes.map { ($0.name, $0.values) }) { $0 + $1 }
        refusals = event.refusals.map(RefusalJSON.init)
        findings = event.findings.map(FindingJSON.init)
        facts = event.facts
    }
}

private struct TextJSON: Encodable {
    let en: String
    let zh: String

    init(_ text: Bilingual) {
        en = text.en
        zh = text.zh
    }
}

private struct RefusalJSON: Encodable {
    let code: String
    let spec: String
    let xpath: String?
    let line: Int?
    let expected: String?
    let found: String?
    let message: TextJSON
    let hint: TextJSON

    init(_ refusal: Refusal) {
        code = refusal.code.id
        spec = refusal.code.spec
        xpath = refusal.xpath
        line = refusal.line
        expected = refusal.expected
        found = refusal.found
        message = TextJSON(refusal.code.message)
        hint = TextJSON(refusal.hint)
    }
}

private struct FindingJSON: Encodable {
    let rule: String
    let level: String
    let spec: String
    let xpath: String?
    let line: Int?
    let expected: String?
    let found: String?
    let title: TextJSON
    let hint: TextJSON

    init(_ finding: LintFinding) {
        rule = finding.rule.id
        level = finding.level.rawValue
        spec = finding.rule.spec
        xpath = finding.xpath
        line = finding.line
        expected = finding.expected
        found = finding.found
        title = TextJSON(finding.rule.title)
        hint = TextJSON(finding.rule.hint)
    }
}
