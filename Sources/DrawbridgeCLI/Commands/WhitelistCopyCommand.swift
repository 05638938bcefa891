import ArgumentParser
import Onboarding
import SAML
import Server
import Storage

/// `whitelist copy`.
struct WhitelistCopyCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "copy",
            abstract: say(
                "Propose in one stage what is active in another; persons approve it.",
                "将一个阶段生效的条目在另一阶段提出，由人员批准。"
            ),
            discussion: say(
                """
                SPs come along with the return addresses and certificates of their metadata, and for listed accounts only.
                Example: drawbridge whitelist copy --from joint-debug --to live --operator-token-file li.token --reason "going live"
                """,
                """
                服务提供商按其元数据补全断言接收地址和证书，且仅限已列出的账号。
                示例：drawbridge whitelist copy --from joint-debug --to live --operator-token-file li.token --reason "接入现网"
                """
            )
        )
    }

    @Option(help: ArgumentHelp(say("The stage that is copied from.", "来源阶段。"), valueName: say("stage", "阶段")))
    var from: String

    @Option(help: ArgumentHelp(say("The stage that is proposed in.", "目标阶段。"), valueName: say("stage", "阶段")))
    var to: String

    @Flag(help: ArgumentHelp(say("Say what would change, and change nothing.", "只显示将发生的变化，不做修改。")))
    var dryRun = false

    @OptionGroup var author: WhitelistAuthorOption
    @OptionGroup var config: ConfigurationOption
    @OptionGroup var output: FormatOption

    func validate() throws {
        let stages = try (WhitelistStageName.stage("--from", from), WhitelistStageName.stage("--to", to))
        guard stages.0 != stages.1 else {
            throw ValidationError(say("--from and --to are two stages.", "--from 与 --to 须为不同阶段。"))
        }
    }

    func run() async throws {
        let workspace = try Workspace(config.path)
        let bar = ProgressBar(say("writing", "写入"))
        let source = WhitelistDesk(workspace, stage: try WhitelistStageName.stage("--from", from))
        let target = WhitelistDesk(workspace, stage: try WhitelistStageName.stage("--to", to)) {
            bar.report($0, of: $1)
        }
        let listed = try workspace.metadataDirectory.serviceProviders(at: workspace.clock.now).entries
        let copy = WhitelistCopy(
            of: try await source.entries(.standing),
            beside: try await target.entries(.standing),
            to: target.stage,
            completing: { provider in
                let entity = listed.first { $0.entity.entityID == provider.entityID }?.entity
                return entity?.spSSODescriptor.flatMap(provider.completed) ?? provider
            }
        )
        for one in copy.leftOut {
            let (id, why) = (one.entry.id, one.refusal.message)
            Terminal.error(say("left out: \(id), \(why.en)", "未复制：\(id)，\(why.zh)"))
        }
        let differences =
            copy.drafts.isEmpty ? [] : try await target.make(.propose(copy.drafts), by: author, dryRun: dryRun)
        try WhitelistDifferenceItem.print(differences, output.format)
    }
}
