import ArgumentParser
import Onboarding
import SAML
import Server
import Storage
import XMLSecurity

/// `checklist waive`.
struct ChecklistWaive: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "waive",
            abstract: say("Answer for a rule that does not hold, until a day.", "在期限内为未通过的规则承担责任。"),
            discussion: say(
                "A waiver changes no verdict that passes, ends by itself, and stands in every report. For going live it counts by the token of an approver; --by proves nothing.\nExample: drawbridge checklist waive manual.icp --operator-token-file wang.token --reason \"the domain is abroad\" --days 30",
                "豁免不改变已通过的结果，到期自动失效，并显示在所有报告中。go-live 只认批准人的令牌；--by 不能证明身份。\n示例：drawbridge checklist waive manual.icp --operator-token-file wang.token --reason \"域名在境外\" --days 30"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("The rule.", "规则。"), valueName: say("rule", "规则")))
    var rule: String

    @OptionGroup var person: VouchingOption

    @Option(help: ArgumentHelp(say("Why.", "原因。"), valueName: say("text", "说明")))
    var reason: String

    @Option(help: ArgumentHelp(say("For how many days, 1 to 90.", "有效天数，1 到 90。"), valueName: say("days", "天数")))
    var days: Int64

    @OptionGroup var config: ConfigurationOption

    func validate() throws {
        guard (1...ChecklistWaiver.longestDays).contains(days) else {
            throw ValidationError(say("--days takes 1 to 90.", "--days 须为 1 到 90。"))
        }
        guard (1...500).contains(reason.count) else {
            throw ValidationError(say("--reason takes 1 to 500 characters.", "--reason 须为 1 到 500 个字符。"))
        }
    }

    func run() async throws {
        let rule = try ChecklistDesk.rule(rule)
        let desk = try ChecklistDesk(config.path)
        let now = desk.workspace.clock.now
        let until = now.adding(seconds: days * 86_400)
        let person = try await person.person(desk.workspace, inLive: .widen)
        try await desk.store.keep(ChecklistWaiver(rule.id, by: person, reason: reason, since: now, until: until))
        Terminal.print(
            say("\(rule.id) is waived until \(until.xsDateTime)", "\(rule.id) 已豁免至 \(until.xsDateTime)")
        )
        if rule.level == .must, !person.mayWaive { Terminal.print(ChecklistWords.inVain[Speech.language]) }
    }
}
