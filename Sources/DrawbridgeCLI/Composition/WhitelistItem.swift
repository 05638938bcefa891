import Onboarding
import SAML
import XMLSecurity

/// An entry as it is printed.
struct WhitelistItem: Encodable {
    static let schema = "drawbridge.whitelist.v1"

    private let id: Int64
    private let kind: String
    private let subject: String
    private let state: String
    private let validFrom: String?
    private let validUntil: String?
    private let author: String
    private let approvals: [String]
    private let isProved: Bool
    private let sharesSystemUser: Bool

    init(_ entry: WhitelistEntry) {
        id = entry.id
        kind = entry.subject.kind.rawValue
        subject = entry.subject.key
        state = entry.state.rawValue
        validFrom = entry.validity.from?.xsDateTime
        validUntil = entry.validity.until?.xsDateTime
        author = entry.author.name
        approvals = entry.approvals.map(\.name)
        isProved = ([entry.author] + entry.approvals).allSatisfy(\.isProved)
        sharesSystemUser = entry.sharesSystemUser
    }

    static var header: [String] {
        [
            say("NUMBER", "编号"), say("KIND", "类型"), say("SUBJECT", "对象"), say("STATE", "状态"),
            say("UNTIL", "有效期至"), say("AUTHOR", "提出人"), say("APPROVED BY", "批准人"),
        ]
    }

    /// The cells of the table; `!` marks persons who are one user of this machine.
    var cells: [String] {
        let approved = approvals.isEmpty ? "-" : approvals.joined(separator: ", ") + (sharesSystemUser ? " !" : "")
        return [String(id), kind, subject, state, validUntil ?? "-", author, approved].map(PrettyXML.plain)
    }

    static func print(_ entries: [WhitelistEntry], _ format: OutputFormat) throws {
        let items = entries.map(WhitelistItem.init)
        switch format {
        case .json: try ListOutput(schema: schema, items: items).print()
        case .text:
            Terminal.print(table: [header] + items.map(\.cells))
            if items.contains(where: \.sharesSystemUser) {
                Terminal.print(
                    say(
                        "!: the names stand for one user of this machine",
                        "!：这些名称为本机同一系统用户"
                    )
                )
            }
        }
    }
}
