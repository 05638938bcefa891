import ArgumentParser
import Onboarding
import SAML
import Server
import Storage
import XMLSecurity

/// `associations deliveries`.
struct AssociationsDeliveries: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "deliveries",
            abstract: say("Show messages to portals, and send dead ones again.", "查看发给门户的消息，并重发已放弃的消息。"),
            discussion: say(
                "Example: drawbridge associations deliveries --state dead",
                "示例：drawbridge associations deliveries --state dead"
            )
        )
    }

    // Enough to see what is wrong; a portal that was away for a week has one cause, not thousands.
    private static let most = 1_000

    @Option(
        help: ArgumentHelp(
            say("Only those that are waiting, delivered or dead.", "仅列出该状态：waiting、delivered 或 dead。"),
            valueName: say("state", "状态")
        )
    )
    var state: String?

    @Option(help: ArgumentHelp(say("Send this dead one again.", "重发这条已放弃的消息。"), valueName: "id"))
    var retry: Int64?

    @OptionGroup var config: ConfigurationOption
    @OptionGroup var output: FormatOption

    private struct Item: Encodable {
        let id: Int64
        let portal: String
        let xAccountId: String
        let associationState: String
        let state: String
        let attempts: Int
        let due: String
        let fault: String?
    }

    func validate() throws {
        if let state, WebhookDelivery.State(rawValue: state) == nil {
            let known = WebhookDelivery.State.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError(say("--state takes \(known).", "--state 只能是 \(known)。"))
        }
    }

    func run() async throws {
        let workspace = try Workspace(config.path)
        let outbox = SQLiteWebhookOutbox(workspace.database)
        if let retry {
            guard try await outbox.revive(retry, at: workspace.clock.now) else {
                throw CommandFailure(
                    .unusable,
                    "There is no dead delivery \(retry); `drawbridge associations deliveries --state dead` lists them.",
                    "没有已放弃的消息 \(retry)；drawbridge associations deliveries --state dead 可列出。"
                )
            }
            return Terminal.print(say("\(retry) will be sent again", "将重新发送 \(retry)"))
        }
        let items = try await outbox.deliveries(state.flatMap(WebhookDelivery.State.init), limit: Self.most).map {
            Item(
                id: $0.id,
                portal: $0.portal,
                xAccountId: $0.change.association.account,
                associationState: $0.change.association.state.rawValue,
                state: $0.state.rawValue,
                attempts: $0.attempts,
                due: $0.due.xsDateTime,
                fault: $0.fault
            )
        }
        switch output.format {
        case .json: try ListOutput(schema: "drawbridge.deliveries.v1", items: items).print()
        case .text: show(items)
        }
    }

    private func show(_ items: [Item]) {
        let header = [
            "ID", say("PORTAL", "门户"), say("ACCOUNT", "账号"), say("TELLS", "内容"), say("STATE", "状态"),
            say("ATTEMPTS", "次数"), say("FAULT", "故障"),
        ]
        let rows = items.map {
            [
                "\($0.id)", $0.portal, $0.xAccountId, $0.associationState, $0.state, "\($0.attempts)", $0.fault ?? "-",
            ].map(PrettyXML.plain)
        }
        Terminal.print(table: [header] + rows)
    }
}
