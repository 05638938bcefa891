import IdentityProvider
import SAML

/// What became of one exchange, in sentences.
struct AuditAnswer {
    private let record: AuditRecord
    private let time: TimeArgument

    /// The answer for machines.
    struct Reported: Encodable {
        let schema = "drawbridge.audit-answer.v1"
        let record: ReportedRecord
        let answer: [String]
    }

    init(_ record: AuditRecord, time: TimeArgument) {
        self.record = record
        self.time = time
    }

    var reported: Reported { Reported(record: ReportedRecord(record), answer: sentences) }

    var sentences: [String] {
        [happened] + cause
    }

    private var happened: String {
        let at = time.show(record.at)
        let peer = record.serviceProvider.map { say(" for \($0)", "（\($0)）") } ?? ""
        switch record.content {
        case .issuance(let entry):
            guard let assertion = entry.assertionID else {
                return say(
                    "At \(at) a signed error Response was sent\(peer): nobody was let through.",
                    "\(at)\(peer)返回了已签名的错误响应，未放行。"
                )
            }
            return say(
                "At \(at) the customer was let through\(peer) with assertion \(assertion), signed with key \(entry.keyID.prefix(16))….",
                "\(at)\(peer)已放行，断言为 \(assertion)，签名密钥为 \(entry.keyID.prefix(16))…。"
            )
        case .event(let entry):
            return happened(entry, at, peer)
        }
    }

    private func happened(_ entry: TrailEntry, _ at: String, _ peer: String) -> String {
        let portal = entry.portal.map { say(" of the portal \($0)", "（门户 \($0)）") } ?? ""
        switch entry.kind {
        case .requestRefused:
            return say(
                "At \(at) a sign-on request\(peer) was refused on our own page; nothing was signed.",
                "\(at) 的登录请求\(peer)被拒绝，显示了本服务的错误页面，未签发任何内容。"
            )
        case .handOffRefused:
            return say(
                "At \(at) a hand-off\(portal)\(peer) was refused; no session was made.",
                "\(at) 的门户交接\(portal)\(peer)被拒绝，未建立会话。"
            )
        case .loginRefused:
            return say(
                "At \(at) a sign-in at the test directory was refused; no session was made.",
                "\(at) 在测试目录的登录被拒绝，未建立会话。"
            )
        case .testSignIn:
            return say("At \(at) a test user signed in.", "\(at) 有测试用户登录。")
        default:
            let what = [entry.subject, entry.action].compactMap(\.self).joined(separator: " ")
            let person = entry.person.map { say(" by \($0)", "，操作人 \($0)") } ?? ""
            return say("At \(at) this was changed\(person): \(what).", "\(at) 发生变更\(person)：\(what)。")
        }
    }

    private var cause: [String] {
        guard let id = record.code else { return [] }
        guard let code = Explain.codes.first(where: { $0.id == id }) else {
            return [say("The code \(id) is of another version.", "代码 \(id) 属于其他版本。")]
        }
        return [
            say("Why: ", "原因：") + code.message[Speech.language] + " (\(id), \(code.spec))",
            say("To do: ", "处理：") + code.hint[Speech.language],
        ]
    }
}
