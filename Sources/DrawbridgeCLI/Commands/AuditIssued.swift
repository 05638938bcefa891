import ArgumentParser
import IdentityProvider
import SAML
import Storage
import XMLSecurity

/// `audit issued`.
struct AuditIssued: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "issued",
            abstract: say("Say whether we issued a Response that was found somewhere.", "判断某个 Response 是否由本服务签发。"),
            discussion: say(
                "A Response that our key signed and that is not in the ledger was made by somebody who has the key (golden SAML).\nExit status: 0 issued by us, 1 not issued by us, 2 unreadable.\nExample: drawbridge audit issued response.xml",
                "由我方密钥签名却不在账本中的 Response，说明有人掌握了密钥（Golden SAML）。\n退出码：0 由本服务签发，1 不是，2 无法读取。\n示例：drawbridge audit issued response.xml"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("The file; - for standard input.", "文件；- 表示标准输入。"), valueName: say("file", "文件")))
    var file: String

    @OptionGroup var config: ConfigurationOption
    @OptionGroup var output: FormatOption

    func run() async throws {
        let input = try InputFile.read(file)
        guard !input.isEmpty else { throw CommandFailure(.unusable, "\(file) is empty.", "\(file) 是空文件。") }
        let workspace = try Workspace(config.path)
        let verdict = try await IssuedVerdict(input, workspace)
        switch output.format {
        case .json: Terminal.print(try JSONText.encode(verdict.reported))
        case .text:
            let mark = verdict.isOurs ? Terminal.paint("✓ ", .green) : Terminal.paint("✗ ", .red)
            Terminal.print(mark + verdict.sentence)
        }
        guard verdict.isOurs else { throw ExitCode(CommandFailure.Status.doesNotHold.rawValue) }
    }
}
