import ArgumentParser
import Foundation
import IdentityProvider
import Storage

/// `audit verify`.
struct AuditVerify: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "verify",
            abstract: say("Show that no record was edited, removed or moved.", "验证记录未被修改、删除或调换。"),
            discussion: say(
                "With a seal that was kept elsewhere, a chain that was computed anew shows, too.\nExample: drawbridge audit verify --seal seal-2026-11.json",
                "提供另行保存的封印时，还能发现被整体重算的链。\n示例：drawbridge audit verify --seal seal-2026-11.json"
            )
        )
    }

    @Option(help: ArgumentHelp(say("What `audit seal` printed.", "audit seal 的输出文件。"), valueName: say("file", "文件")))
    var seal: [String] = []

    @OptionGroup var config: ConfigurationOption
    @OptionGroup var output: FormatOption

    func run() async throws {
        let seals = try seal.flatMap { try SealFile.read($0) }
        let workspace = try Workspace(config.path)
        let key = try workspace.sealingKey()
        if let foreign = seals.first(where: { !key.holds($0) }) {
            throw CommandFailure(
                .doesNotHold,
                "The seal of \(foreign.chain.rawValue) \(foreign.sequence) was not made with this installation's account secret.",
                "\(foreign.chain.rawValue) \(foreign.sequence) 的封印不是用本安装的账号密钥生成的。"
            )
        }
        var items: [ReportedChain] = []
        for chain in AuditChain.allCases {
            let verdict = try await workspace.archive.verify(chain, with: key, against: seals)
            items.append(ReportedChain(chain, verdict, checkpoint: try await workspace.archive.checkpoint(chain)))
        }
        switch output.format {
        case .json: try ListOutput(schema: "drawbridge.audit-verdict.v1", items: items).print()
        case .text: for item in items { Terminal.print(item.sentence) }
        }
        guard items.allSatisfy(\.isIntact) else { throw ExitCode(CommandFailure.Status.doesNotHold.rawValue) }
    }
}
