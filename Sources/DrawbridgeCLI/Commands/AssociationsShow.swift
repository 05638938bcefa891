import ArgumentParser
import Onboarding
import SAML
import Storage
import XMLSecurity

/// `associations show`.
struct AssociationsShow: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: say(
                "Show one account: its state, history and hand-offs.",
                "查看一个账号的状态、历史和跳转记录。"
            ),
            discussion: say(
                "Example: drawbridge associations show account-1",
                "示例：drawbridge associations show account-1"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("The xAccountId.", "xAccountId。"), valueName: say("account", "账号")))
    var account: String

    @OptionGroup var config: ConfigurationOption
    @OptionGroup var output: FormatOption

    private struct Change: Encodable {
        let at: String
        let previous: String
        let state: String
        let source: String
        let person: String?
        let reason: String?

        init(_ change: AssociationChange) {
            at = change.at.xsDateTime
            previous = change.previous.rawValue
            state = change.association.state.rawValue
            source = change.association.source.rawValue
            person = change.person
            reason = change.reason
        }
    }

    private struct HandOff: Encodable {
        let portal: String
        let xUserId: String
        let firstLoginUntil: String?
    }

    private struct Answer: Encodable {
        let schema = "drawbridge.association.v1"
        let association: AssociationItem?
        let history: [Change]
        let handOffs: [HandOff]
    }

    func run() async throws {
        let store = try await Workspace(config.path).associationStore()
        let association = try await store.association(account)
        let handOffs = try await store.handOffs(account: account)
        guard association != nil || !handOffs.isEmpty else {
            throw CommandFailure(
                .unusable,
                "Nothing is known of the account \(account); `drawbridge associations list` shows all.",
                "没有账号 \(account) 的记录；drawbridge associations list 可列出全部。"
            )
        }
        let answer = Answer(
            association: association.map(AssociationItem.init),
            history: try await store.history(account).map(Change.init),
            handOffs: handOffs.map {
                HandOff(portal: $0.portal, xUserId: $0.user, firstLoginUntil: $0.firstLoginUntil?.xsDateTime)
            }
        )
        switch output.format {
        case .json: Terminal.print(try JSONText.encode(answer))
        case .text: show(answer)
        }
    }

    private func show(_ answer: Answer) {
        if let association = answer.association {
            Terminal.print(table: [AssociationItem.header, association.cells])
        } else {
            Terminal.print(say("\(account): unknown", "\(account)：unknown"))
        }
        for change in answer.history {
            let who = [change.person, change.reason].compactMap { $0 }.joined(separator: ", ")
            Terminal.print(
                PrettyXML.plain("\(change.at)  \(change.previous) -> \(change.state)  \(change.source)  \(who)")
            )
        }
        for handOff in answer.handOffs {
            let until = handOff.firstLoginUntil.map { say("first login until \($0)", "首次登录有效至 \($0)") } ?? ""
            Terminal.print(
                PrettyXML.plain(
                    "\(say("handed over by", "来自门户")) \(handOff.portal)  xUserId=\(handOff.xUserId)  \(until)"
                )
            )
        }
    }
}
