import ArgumentParser
import HuaweiCloud
import IdentityProvider
import Onboarding
import SAML
import Server
import Storage
import XMLSecurity

/// `associations replay`.
struct AssociationsReplay: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "replay",
            abstract: say(
                "Judge the notifications again that changed nothing in the last 30 days.",
                "重新判定最近 30 天内未生效的关联结果通知。"
            ),
            discussion: say(
                "Each is judged as of the time when it came: after another notification.signed_over, or new SP metadata.\nExample: drawbridge associations replay --dry-run",
                "按通知到达时的情况判定，用于修改 notification.signed_over 或更新 SP 元数据之后。\n示例：drawbridge associations replay --dry-run"
            )
        )
    }

    @Flag(help: ArgumentHelp(say("Say what would come of them, and change nothing.", "只显示判定结果，不做修改。")))
    var dryRun = false

    @OptionGroup var config: ConfigurationOption
    @OptionGroup var output: FormatOption

    private struct Item: Encodable {
        let received: String
        let before: String
        let now: String
        let xUserId: String?
        let xAccountId: String?
        let action: String?
    }

    func run() async throws {
        let workspace = try Workspace(config.path)
        guard let huawei = workspace.configuration.huawei else { throw Refusal(.sessionNotConfigured) }
        let archive = try workspace.notificationArchive()
        let reception = AssociationReception(
            huawei,
            try workspace.federation(),
            store: try await workspace.associationStore(),
            archive: archive
        )
        let now = workspace.clock.now
        var items: [Item] = []
        for kept in try await archive.kept(at: now) { items.append(try await judge(kept, reception, workspace)) }
        switch output.format {
        case .json: try ListOutput(schema: "drawbridge.notifications.v1", items: items).print()
        case .text: show(items)
        }
    }

    private func judge(
        _ kept: KeptNotification,
        _ reception: AssociationReception,
        _ workspace: Workspace
    ) async throws -> Item {
        do {
            let received = try await reception.replay(kept, at: workspace.clock.now, dryRun: dryRun)
            if !dryRun, let entry = received.trailEntry(reference: "replay", try workspace.accountHash()) {
                try await SQLiteAuditTrail(workspace.database).append(entry)
            }
            return Item(
                received: kept.received.xsDateTime,
                before: kept.cause,
                now: received.judgement.outcome.rawValue,
                xUserId: received.message.xUserID,
                xAccountId: received.judgement.association?.account,
                action: "\(received.message.action)"
            )
        } catch let refusal as Refusal {
            return Item(
                received: kept.received.xsDateTime,
                before: kept.cause,
                now: refusal.code.id,
                xUserId: nil,
                xAccountId: nil,
                action: nil
            )
        }
    }

    private func show(_ items: [Item]) {
        guard !items.isEmpty else {
            return Terminal.print(say("no notification is kept", "没有保留的通知"))
        }
        let header = [
            say("RECEIVED", "到达时间"), say("BEFORE", "此前"), say("NOW", "现在"), say("USER", "用户"), say("ACTION", "动作"),
        ]
        let rows = items.map {
            [$0.received, $0.before, $0.now, $0.xUserId ?? "-", $0.action ?? "-"].map(PrettyXML.plain)
        }
        Terminal.print(table: [header] + rows)
    }
}
