import ArgumentParser
import Onboarding

/// `whitelist list`.
struct WhitelistList: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: say("List the entries, the retired only when asked for.", "列出条目；已停用的仅在指定时列出。"),
            discussion: say(
                "Example: drawbridge whitelist list --kind account --state suspended",
                "示例：drawbridge whitelist list --kind account --state suspended"
            )
        )
    }

    @Option(
        name: .customLong("kind"),
        help: ArgumentHelp(
            say(
                "service-provider, account, enrolment, destination, network or gateway.",
                "service-provider、account、enrolment、destination、network 或 gateway。"
            ),
            valueName: say("kind", "类型")
        )
    )
    var kindName: String?

    @Option(
        name: .customLong("state"),
        help: ArgumentHelp(
            say(
                "proposed, approved, active, suspended or retired.",
                "proposed、approved、active、suspended 或 retired。"
            ),
            valueName: say("state", "状态")
        )
    )
    var stateName: String?

    @OptionGroup var whitelist: WhitelistOption
    @OptionGroup var output: FormatOption

    func validate() throws {
        _ = try kindName.map { try NamedCase.value(WhitelistKind.self, "--kind", $0) }
        _ = try stateName.map { try NamedCase.value(WhitelistState.self, "--state", $0) }
    }

    func run() async throws {
        let state = stateName.flatMap(WhitelistState.init)
        let selection = WhitelistSelection(
            kind: kindName.flatMap(WhitelistKind.init),
            states: state.map { [$0] } ?? WhitelistSelection.standing.states
        )
        try await WhitelistItem.print(whitelist.desk().entries(selection), output.format)
    }
}
