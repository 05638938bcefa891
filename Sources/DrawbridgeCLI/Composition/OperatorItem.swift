import Onboarding
import SAML
import XMLSecurity

/// An operator as it is printed; the token stands in it only when it was just made.
struct OperatorItem: Encodable {
    static let schema = "drawbridge.operators.v1"

    private let id: Int64
    private let name: String
    private let role: String
    private let portal: String?
    private let state: String
    private let since: String
    private let until: String
    private let addedBy: String
    private var token: String?

    init(_ one: Operator, at now: Instant) {
        id = one.id
        name = one.name
        role = one.role.rawValue
        portal = one.portal
        state = one.revoked != nil ? "revoked" : one.holds(at: now) ? "holds" : "expired"
        since = one.since.xsDateTime
        until = one.until.xsDateTime
        addedBy = one.addedBy
    }

    static var header: [String] {
        [
            say("NUMBER", "编号"), say("NAME", "姓名"), say("ROLE", "角色"), say("PORTAL", "销售平台"), say("STATE", "状态"),
            say("UNTIL", "有效期至"), say("ADDED BY", "创建人"),
        ]
    }

    var cells: [String] {
        let shown =
            switch state {
            case "holds": say("holds", "有效")
            case "expired": say("expired", "已过期")
            default: say("revoked", "已吊销")
            }
        return [String(id), name, role, portal ?? "-", shown, until, addedBy].map(PrettyXML.plain)
    }

    /// Tells that an operator was made, with the token where it was not written to a file.
    static func print(_ added: Operator, _ token: OperatorToken?, _ format: OutputFormat, at now: Instant) throws {
        var item = OperatorItem(added, at: now)
        item.token = token?.shownOnce
        switch format {
        case .json: try ListOutput(schema: schema, items: [item]).print()
        case .text:
            let (number, end) = (item.id, item.until)
            Terminal.print(
                say(
                    "added \(added.name), \(item.role), number \(number), until \(end)",
                    "已添加 \(added.name)，角色 \(item.role)，编号 \(number)，有效期至 \(end)"
                )
            )
            guard let token else { return }
            Terminal.print(
                say(
                    "The token, shown this once; only its hash is kept. Keep it in a file of mode 0600:",
                    "令牌如下，仅显示这一次（只保存其哈希）。请存入权限为 0600 的文件："
                )
            )
            Terminal.print(token.shownOnce)
        }
    }
}
