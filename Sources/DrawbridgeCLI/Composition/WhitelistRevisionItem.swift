import Onboarding
import SAML
import XMLSecurity

/// A revision as the history shows it.
struct WhitelistRevisionItem: Encodable {
    static let schema = "drawbridge.whitelist-history.v1"

    private let revision: Int64
    private let at: String
    private let action: String
    private let author: String
    private let isProved: Bool
    private let systemUser: String?
    private let approvers: [String]
    private let reason: String
    private let sharesSystemUser: Bool

    init(_ revision: WhitelistRevision, sharesSystemUser: Bool) {
        self.revision = revision.number
        at = revision.at.xsDateTime
        action = revision.action
        author = revision.author.name
        isProved = ([revision.author] + revision.approvers).allSatisfy(\.isProved)
        systemUser = revision.author.systemUser
        approvers = revision.approvers.map(\.name)
        reason = revision.reason
        self.sharesSystemUser = sharesSystemUser
    }

    private static var header: [String] {
        [
            say("REVISION", "版本"), say("TIME", "时间"), say("ACTION", "操作"), say("AUTHOR", "操作人"),
            say("APPROVED BY", "批准人"), say("REASON", "原因"),
        ]
    }

    // `?` for a label that nothing proves, `!` for persons who are one user of this machine.
    private var cells: [String] {
        let marks = (isProved ? "" : " ?") + (sharesSystemUser ? " !" : "")
        return [String(revision), at, action, author + marks, approvers.joined(separator: ", "), reason]
            .map(PrettyXML.plain)
    }

    static func print(_ items: [WhitelistRevisionItem], _ format: OutputFormat) throws {
        switch format {
        case .json: try ListOutput(schema: schema, items: items).print()
        case .text:
            Terminal.print(table: [header] + items.map(\.cells))
            if items.contains(where: { !$0.isProved }) {
                Terminal.print(say("?: a label that no token proves", "?：未经令牌证明的名称"))
            }
            if items.contains(where: \.sharesSystemUser) {
                Terminal.print(
                    say("!: proposed and approved by one user of this machine", "!：提出人与批准人为本机同一系统用户")
                )
            }
        }
    }
}
