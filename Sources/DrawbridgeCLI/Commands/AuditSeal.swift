import ArgumentParser
import IdentityProvider
import Server
import Storage

/// `audit seal`.
struct AuditSeal: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "seal",
            abstract: say("Print the seals of both chains, to be kept on another machine.", "输出两条链的封印，供异地保存。"),
            discussion: say(
                "Example: drawbridge audit seal > seal-2026-11.json",
                "示例：drawbridge audit seal > seal-2026-11.json"
            )
        )
    }

    @OptionGroup var config: ConfigurationOption

    func run() async throws {
        let workspace = try Workspace(config.path)
        let key = try workspace.sealingKey()
        var seals: [ChainSeal] = []
        for chain in AuditChain.allCases {
            seals.append(try await workspace.archive.seal(chain, with: key, at: workspace.clock.now))
        }
        Terminal.print(try SealFile.text(seals))
    }
}
