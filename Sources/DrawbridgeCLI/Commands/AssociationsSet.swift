import ArgumentParser
import HuaweiCloud
import Onboarding
import SAML
import Server
import Storage

/// `associations set`.
struct AssociationsSet: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "set",
            abstract: say("Say what an account's association is.", "指定一个账号的绑定状态。"),
            discussion: say(
                "For what no notification proves; look at Partner Center first.\nExample: drawbridge associations set account-1 --state unbound --reason \"customer asked, seen in Partner Center\"",
                "用于通知无法证明的情况；请先在伙伴中心核实。\n示例：drawbridge associations set account-1 --state unbound --reason \"客户要求，已在伙伴中心核实\""
            )
        )
    }

    @Argument(help: ArgumentHelp(say("The xAccountId.", "xAccountId。"), valueName: say("account", "账号")))
    var account: String

    @Option(
        help: ArgumentHelp(
            say("unknown, pending, bound or unbound.", "unknown、pending、bound 或 unbound。"),
            valueName: say("state", "状态")
        )
    )
    var state: String

    @Option(
        name: .customLong("domain-id"),
        help: ArgumentHelp(say("The HUAWEI CLOUD account id.", "华为云账号 ID。"), valueName: "id")
    )
    var domainID: String?

    @Option(
        name: .customLong("domain-name"),
        help: ArgumentHelp(say("The HUAWEI CLOUD account name.", "华为云账号名。"), valueName: say("name", "名称"))
    )
    var domainName: String?

    @Flag(help: ArgumentHelp(say("Say what would change, and change nothing.", "只显示将发生的变化，不做修改。")))
    var dryRun = false

    @OptionGroup var author: AssociationAuthorOption
    @OptionGroup var config: ConfigurationOption

    func validate() throws {
        _ = try AssociationStateName.state(state)
        guard author.reason?.isEmpty == false else {
            throw ValidationError(say("--reason says why; it is kept in the history.", "须用 --reason 说明原因，原因会保存在历史中。"))
        }
        do {
            _ = try stated()
        } catch {
            throw ValidationError(say(error.message.en, error.message.zh))
        }
    }

    func run() async throws {
        let stated = try stated()
        let workspace = try Workspace(config.path)
        let person = dryRun ? author.label.name : try await author.person(workspace)
        let judgement = try await workspace.associationStore().state(
            stated,
            by: .api,
            person: person,
            reason: author.reason,
            at: workspace.clock.now,
            dryRun: dryRun
        ).first
        switch (judgement?.outcome, dryRun) {
        case (.applied, false): Terminal.print(say("\(account) is \(state)", "\(account) 已设为 \(state)"))
        case (.applied, true): Terminal.print(say("\(account) would be \(state)", "\(account) 将设为 \(state)"))
        default: Terminal.print(say("\(account) is \(state) already", "\(account) 已是 \(state)"))
        }
    }

    private func stated() throws(AssociationSheet.Fault) -> [StatedAssociation] {
        let row = AssociationSheet.Row(
            line: 1,
            account: account,
            state: state,
            domainID: domainID,
            domainName: domainName
        )
        return try AssociationSheet.stated([row])
    }
}
