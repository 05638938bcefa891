import ArgumentParser
import Foundation
import HuaweiCloud
import IdentityProvider
import SAML
import Server
import XMLSecurity

/// `handoff check`.
struct HandoffCheck: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check",
            abstract: say("Say whether a token holds, claim by claim; it is not used up.", "逐项检查令牌，且不会使其失效。"),
            discussion: say("Example: drawbridge handoff check token.txt", "示例：drawbridge handoff check token.txt")
        )
    }

    @Argument(
        help: ArgumentHelp(
            say("The token's file; - for standard input.", "令牌文件；- 表示标准输入。"),
            valueName: say("file", "文件")
        )
    )
    var file: String

    @Flag(help: ArgumentHelp(say("Check it as a token for /sso/resume.", "按 /sso/resume 的令牌检查。")))
    var resume = false

    @OptionGroup var config: ConfigurationOption

    func run() async throws {
        let workspace = try Workspace(config.path)
        let text = String(decoding: try InputFile.read(file), as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        let token = try await HandOffToken(text, from: workspace.portalDirectory.portals(), at: workspace.clock.now)
        Terminal.print(
            Terminal.paint("✓ ", .green) + say("signature: portal \(token.portal.name)", "签名：门户 \(token.portal.name)")
        )
        let rule = HandOffRule(
            portal: token.portal.name,
            audience: workspace.configuration.entityID,
            skew: workspace.configuration.skew,
            site: workspace.configuration.huawei?.site
        )
        let handOff = try rule.judge(token.claims, for: resume ? .resume : .start, at: workspace.clock.now).get()
        let facts: [(String, String?)] = [
            ("sub (xUserId)", handOff.customer.xUserID), ("x_account_id", handOff.customer.xAccountID),
            ("request", handOff.requestID), ("service", handOff.service?.value),
            ("sp", handOff.target?.serviceProvider),
            ("account_name", handOff.customer.accountName), ("auth_time", handOff.authnInstant.xsDateTime),
        ]
        for (name, value) in facts {
            if let value { Terminal.print(Terminal.paint("✓ ", .green) + "\(name): \(value)") }
        }
        Terminal.print(
            say(
                "The token holds; whether its jti was used only the service knows.",
                "令牌有效；其 jti 是否用过只有服务端知道。"
            )
        )
    }
}
