import ArgumentParser
import Onboarding
import SAML
import Server
import XMLSecurity

/// `whitelist coverage`.
struct WhitelistCoverageCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "coverage",
            abstract: say(
                "List the known customers whom live would refuse, and why.",
                "列出现网白名单将会拒绝的已知客户及原因。"
            ),
            discussion: say(
                """
                Known are all associations, and who signed on since a time. Ends with 1 when anybody would be refused.
                Example: drawbridge whitelist coverage --since 7d
                """,
                """
                已知客户包括全部绑定关系，以及指定时间以来登录过的账号。有任何人会被拒绝时退出码为 1。
                示例：drawbridge whitelist coverage --since 7d
                """
            )
        )
    }

    @Option(help: ArgumentHelp(say("Sign-ons since this time.", "统计此时间以来的登录。"), valueName: say("time", "时间")))
    var since = "7d"

    @Option(
        name: .customLong("stage"),
        help: ArgumentHelp(say("joint-debug or live.", "joint-debug 或 live。"), valueName: say("stage", "阶段"))
    )
    var stageName = Stage.live.rawValue

    @OptionGroup var zone: TimeZoneOption
    @OptionGroup var config: ConfigurationOption
    @OptionGroup var output: FormatOption

    func validate() throws {
        guard zone.time.instant(since) != nil else {
            throw ValidationError(say("--since takes \(TimeArgument.rule).", "--since 须为\(TimeArgument.rule)。"))
        }
        _ = try WhitelistStageName.stage("--stage", stageName)
    }

    func run() async throws {
        let stage = try WhitelistStageName.stage("--stage", stageName)
        let workspace = try Workspace(config.path)
        let start = zone.time.instant(since) ?? workspace.clock.now
        let (coverage, revision) = try await CoverageSurvey(workspace: workspace).coverage(of: stage, since: start)
        switch output.format {
        case .json: Terminal.print(try JSONText.encode(CoverageReport(coverage, stage, revision)))
        case .text: tell(coverage, stage, revision)
        }
        guard coverage.refused.isEmpty else { throw ExitCode(CommandFailure.Status.doesNotHold.rawValue) }
    }

    private func tell(_ coverage: WhitelistCoverage, _ stage: Stage, _ revision: Int64) {
        let (judged, refused) = (coverage.judged, coverage.refused.count)
        if refused > 0 {
            let header = [
                say("ACCOUNT", "账号"), say("SERVICE PROVIDER", "服务提供商"), say("KNOWN BY", "来源"),
                say("LAST", "最近时间"), say("WHY", "原因"), say("ENTRY", "条目"),
            ]
            Terminal.print(table: [header] + coverage.refused.map(cells))
        }
        let mark = refused == 0 ? Terminal.paint("✓ ", .green) : Terminal.paint("✗ ", .red)
        Terminal.print(
            mark
                + say(
                    "\(refused) of \(judged) known customers would be refused by \(stage.rawValue), revision \(revision)",
                    "\(stage.rawValue) 版本 \(revision)：已知客户 \(judged) 个，其中 \(refused) 个将被拒绝"
                )
        )
    }

    private func cells(_ finding: CoverageFinding) -> [String] {
        let subject = finding.subject
        let source =
            switch subject.source {
            case .association: say("association", "绑定关系")
            case .signOn: say("sign-on", "登录记录")
            }
        return [
            subject.account ?? "#" + subject.hash.prefix(16), subject.serviceProvider ?? "-", source,
            zone.time.show(subject.last), "\(finding.refusal.code.id): \(finding.refusal.found ?? "-")",
            finding.entry.map(String.init) ?? "-",
        ].map(PrettyXML.plain)
    }
}
