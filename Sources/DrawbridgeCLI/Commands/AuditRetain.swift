import ArgumentParser
import IdentityProvider
import Server
import Storage
import XMLSecurity

/// `audit retain`.
struct AuditRetain: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "retain",
            abstract: say("Remove old records behind a sealed checkpoint.", "以封印检查点为界删除旧记录。"),
            discussion: say(
                "Save the store first: drawbridge store backup FILE\nExample: drawbridge audit retain --keep-days 400",
                "请先备份：drawbridge store backup 文件\n示例：drawbridge audit retain --keep-days 400"
            )
        )
    }

    @Option(help: ArgumentHelp(say("How many days are kept.", "保留天数。"), valueName: say("days", "天数")))
    var keepDays: Int

    @OptionGroup var config: ConfigurationOption

    func validate() throws {
        guard (0...36_500).contains(keepDays) else {
            throw ValidationError(say("--keep-days takes 0 to 36500.", "--keep-days 只能是 0 到 36500。"))
        }
    }

    func run() async throws {
        let workspace = try Workspace(config.path)
        let key = try workspace.sealingKey()
        let now = workspace.clock.now
        // What was tampered with is evidence, and a seal over it would make it look whole.
        for chain in AuditChain.allCases {
            guard case .intact = try await workspace.archive.verify(chain, with: key) else {
                throw CommandFailure(
                    .doesNotHold,
                    "The \(chain.rawValue) is not intact and nothing was removed; see: drawbridge audit verify",
                    "\(chain.rawValue) 不完整，未删除任何记录；请执行：drawbridge audit verify"
                )
            }
        }
        for chain in AuditChain.allCases {
            let end = now.adding(seconds: -Int64(keepDays) * 86_400)
            let removed = try await workspace.archive.retain(chain, since: end, with: key, at: now)
            if removed > 0 { try await workspace.record(.retention, chain.rawValue, "removed \(removed)") }
            Terminal.print(say("\(chain.rawValue): removed \(removed)", "\(chain.rawValue)：已删除 \(removed) 条"))
        }
    }
}
