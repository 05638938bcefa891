import ArgumentParser
import Onboarding
import Storage
import XMLSecurity

/// `whitelist history`.
struct WhitelistHistory: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "history",
            abstract: say("List the revisions, the latest first.", "列出历史版本，最新的在前。"),
            discussion: say(
                "Example: drawbridge whitelist history --limit 20",
                "示例：drawbridge whitelist history --limit 20"
            )
        )
    }

    @Option(help: ArgumentHelp(say("How many at most.", "最多条数。"), valueName: say("number", "数量")))
    var limit = 50

    @OptionGroup var whitelist: WhitelistOption
    @OptionGroup var output: FormatOption

    private struct Item: Encodable {
        let revision: Int64
        let at: String
        let action: String
        let author: String
        let approvers: [String]
        let reason: String
    }

    func validate() throws {
        guard (1...10_000).contains(limit) else {
            throw ValidationError(say("--limit is 1 to 10000.", "--limit 须为 1 到 10000。"))
        }
    }

    func run() async throws {
        let desk = try await whitelist.desk()
        let items = try await desk.store.revisions(in: desk.stage, before: nil, limit: limit).map { revision in
            Item(
                revision: revision.number,
                at: revision.at.xsDateTime,
                action: revision.action,
                author: revision.author.name,
                approvers: revision.approvers.map(\.name),
                reason: revision.reason
            )
        }
        switch output.format {
        case .json: try ListOutput(schema: "drawbridge.whitelist-history.v1", items: items).print()
        case .text:
            let header = [
                say("REVISION", "版本"), say("TIME", "时间"), say("ACTION", "操作"), say("AUTHOR", "操作人"),
                say("APPROVED BY", "批准人"), say("REASON", "原因"),
            ]
            let rows = items.map { item in
                [
                    String(item.revision), item.at, item.action, item.author, item.approvers.joined(separator: ", "),
                    item.reason,
                ].map(PrettyXML.plain)
            }
            Terminal.print(table: [header] + rows)
        }
    }
}
