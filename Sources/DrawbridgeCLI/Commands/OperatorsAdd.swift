import ArgumentParser
import Foundation
import Onboarding
import Server
import Storage
import XMLSecurity

/// `operators add`.
struct OperatorsAdd: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: say("Make a token for a person or a portal; it is shown once.", "为人员或销售平台创建令牌，仅显示一次。"),
            discussion: say(
                """
                viewer looks, editor proposes and narrows, approver approves and widens, portal adds accounts inside its enrolment.
                Example: drawbridge operators add wang --first --output wang.token
                Example: drawbridge operators add li --role editor --operator-token-file wang.token --output li.token
                """,
                """
                viewer 可查看，editor 可提出和收紧，approver 可批准和放宽，portal 可在自助登记范围内添加账号。
                示例：drawbridge operators add wang --first --output wang.token
                示例：drawbridge operators add li --role editor --operator-token-file wang.token --output li.token
                """
            )
        )
    }

    @Argument(help: ArgumentHelp(say("The name in every history.", "历史中显示的名称。"), valueName: say("name", "姓名")))
    var name: String

    @Flag(help: ArgumentHelp(say("The first approver of an installation, without a token; once.", "创建首个批准人，无需令牌，仅一次。")))
    var first = false

    @Option(
        name: .customLong("role"),
        help: ArgumentHelp(
            say("viewer, editor, approver or portal.", "viewer、editor、approver 或 portal。"),
            valueName: say("role", "角色")
        )
    )
    var roleName: String?

    @Option(help: ArgumentHelp(say("Of the role portal: which.", "角色 portal 对应的销售平台。"), valueName: say("name", "名称")))
    var portal: String?

    @Option(help: ArgumentHelp(say("For how many days it holds.", "有效天数。"), valueName: say("number", "天数")))
    var days: Int64 = 90

    @Option(
        help: ArgumentHelp(
            say("Write the token into this new file, mode 0600, and do not show it.", "将令牌写入该新文件（权限 0600），不在屏幕显示。"),
            valueName: say("file", "文件")
        )
    )
    var output: String?

    @OptionGroup var token: OperatorTokenOption
    @OptionGroup var config: ConfigurationOption
    @OptionGroup var format: FormatOption

    func validate() throws {
        guard first || roleName != nil else {
            throw ValidationError(say("Give --role, or --first.", "请给出 --role 或 --first。"))
        }
        _ = try roleName.map { try NamedCase.value(OperatorRole.self, "--role", $0) }
    }

    func run() async throws {
        let draft = try OperatorDraft(
            name,
            roleName.flatMap(OperatorRole.init) ?? .approver,
            portal: portal,
            days: days
        )
        let workspace = try Workspace(config.path)
        try requirePortal(workspace)
        let store = SQLiteOperatorStore(workspace.database)
        let change: OperatorChange =
            first
            ? .addFirst(draft, by: NSUserName())
            : .add(draft, by: try await store.prove(token.token(), for: .administer, at: workspace.clock.now))
        let token = OperatorToken(from: .openSSL)
        // The file before the record: a token that cannot be written down was never made.
        if let output { try OperatorTokenFile.write(token, to: output) }
        do {
            let added = try await store.make(change, token: token.digest, at: workspace.clock.now)
            try OperatorItem.print(added, output == nil ? token : nil, format.format, at: workspace.clock.now)
        } catch {
            if let output { try? FileManager.default.removeItem(atPath: output) }
            throw error
        }
    }

    private func requirePortal(_ workspace: Workspace) throws {
        guard let portal, try !workspace.portalDirectory.entries().contains(where: { $0.name == portal }) else {
            return
        }
        throw CommandFailure(
            .unusable,
            "There is no portal \(portal); see: drawbridge portals list",
            "没有名为 \(portal) 的销售平台，见：drawbridge portals list"
        )
    }
}
