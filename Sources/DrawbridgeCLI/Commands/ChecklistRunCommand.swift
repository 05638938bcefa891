import ArgumentParser
import Onboarding
import SAML
import Storage
import XMLSecurity

/// `checklist run`.
struct ChecklistRunCommand: AsyncParsableCommand {
    /// From which level on a rule that does not hold makes the command fail.
    enum Threshold: String, CaseIterable, ExpressibleByArgument {
        case must, should
    }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "run",
            abstract: say("Judge every rule of a stage, and keep the run.", "检查某阶段的全部规则并保存结果。"),
            discussion: say(
                "Rules that fail make it end with 1; what nobody could verify does not, and go-live is stricter.\nExample: drawbridge checklist run --stage prepare",
                "规则未通过时以 1 退出；无法验证的不影响退出状态，go-live 更严格。\n示例：drawbridge checklist run --stage prepare"
            )
        )
    }

    @OptionGroup var stage: ChecklistStageOption

    @Option(
        help: ArgumentHelp(say("Only this rule; may be repeated.", "仅检查该规则，可重复。"), valueName: say("rule", "规则"))
    )
    var only: [String] = []

    @Option(
        help: ArgumentHelp(
            say("Leave this rule out, as not verified; may be repeated.", "跳过该规则（记为未验证），可重复。"),
            valueName: say("rule", "规则")
        )
    )
    var skip: [String] = []

    @Option(help: ArgumentHelp(say("Why rules are skipped.", "跳过的原因。"), valueName: say("text", "说明")))
    var reason: String?

    @Option(
        name: .customLong("fail-on"),
        help: ArgumentHelp(
            say(
                "What makes the command fail: a must rule that fails, or also a should rule that fails and any warning.",
                "何种结果使命令失败：must 级规则未通过；或 should 级规则未通过及任何警告也算失败。"
            ),
            valueName: "must|should"
        )
    )
    var failOn = Threshold.must

    @Option(
        help: ArgumentHelp(
            say("Write the signed evidence bundle, a tar.gz.", "写出签名的证据包（tar.gz）。"),
            valueName: say("file", "文件")
        )
    )
    var bundle: String?

    @OptionGroup var probe: ProbeOption
    @OptionGroup var config: ConfigurationOption
    @OptionGroup var output: ChecklistOutputOption

    func validate() throws {
        guard skip.isEmpty || reason?.isEmpty == false else {
            throw ValidationError(say("--skip needs --reason.", "--skip 需要 --reason。"))
        }
    }

    func run() async throws {
        let choice = ChecklistDesk.Choice(only: Set(only), skip: Set(skip), reason: reason ?? "")
        try choice.requireKnown()
        let desk = try ChecklistDesk(config.path)
        let isShown = output.showsProgress
        let progress = ChecklistProgress { _ in isShown }
        progress.begin()
        let permission = try probe.permission()
        let run = try await desk.run(stage.stage ?? .prepare, choice, permission, progress: progress.show)
        let number = try await desk.store.keep(run)
        try output.write(run, number: number)
        if let bundle {
            let sha256 = try await BundleDesk(desk: desk, report: permission.report).write(
                run,
                number: number,
                to: bundle
            )
            if output.showsProgress { Terminal.print(say("wrote \(bundle)", "已写入 \(bundle)") + ", SHA-256 \(sha256)") }
        }
        guard !run.results.contains(where: isFailure) else {
            throw ExitCode(CommandFailure.Status.doesNotHold.rawValue)
        }
    }

    private func isFailure(_ result: ChecklistResult) -> Bool {
        switch (result.verdict, failOn) {
        case (.fail, .should), (.warn, .should): true
        case (.fail, .must): ChecklistRule.named(result.rule)?.level == .must
        default: false
        }
    }
}
