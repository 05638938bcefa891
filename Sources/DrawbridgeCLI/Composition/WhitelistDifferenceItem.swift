import Onboarding
import SAML
import XMLSecurity

/// What a change did to an entry, as it is printed.
struct WhitelistDifferenceItem: Encodable {
    static let schema = "drawbridge.whitelist-diff.v1"

    private let id: Int64
    private let kind: String
    private let subject: String
    private let before: String?
    private let after: String
    private let validUntilBefore: String?
    private let validUntil: String?

    init(_ difference: WhitelistDifference) {
        id = difference.after.id
        kind = difference.after.subject.kind.rawValue
        subject = difference.after.subject.key
        before = difference.before?.state.rawValue
        after = difference.after.state.rawValue
        validUntilBefore = difference.before?.validity.until?.xsDateTime
        validUntil = difference.after.validity.until?.xsDateTime
    }

    static func print(_ differences: [WhitelistDifference], _ format: OutputFormat) throws {
        let items = differences.map(WhitelistDifferenceItem.init)
        switch format {
        case .json: try ListOutput(schema: schema, items: items).print()
        case .text:
            let header = [say("NUMBER", "编号"), say("KIND", "类型"), say("SUBJECT", "对象"), say("CHANGE", "变化")]
            if !items.isEmpty { Terminal.print(table: [header] + items.map(\.cells)) }
        }
    }

    private var cells: [String] {
        let until = validUntil == validUntilBefore ? "" : say(", until ", "，有效期至 ") + (validUntil ?? "-")
        return [String(id), kind, subject, "\(before ?? "-") -> \(after)\(until)"].map(PrettyXML.plain)
    }
}
