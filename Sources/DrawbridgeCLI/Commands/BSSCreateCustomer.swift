import ArgumentParser
import Foundation
import HuaweiCloud
import Onboarding
import SAML
import Server
import Storage
import XMLSecurity

/// `bss create-customer`.
struct BSSCreateCustomer: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "create-customer",
            abstract: say(
                "Make a HUAWEI CLOUD account for a customer, bound to the account at the partner.",
                "为客户创建华为云账号，并与伙伴平台账号绑定。"
            ),
            discussion: say(
                "The account is recorded as bound, so that isFirstLogin is false. Without --password-file nobody knows the password: the customer comes by sign-on from the partner only.\nExample: drawbridge bss create-customer account-1 --domain-name customer-1 --mobile 13800138000 --code 123456",
                "创建成功后记为已绑定（isFirstLogin 为 false）。不给 --password-file 时密码随机生成且无人知晓，客户只能从伙伴平台单点登录。\n示例：drawbridge bss create-customer account-1 --domain-name customer-1 --mobile 13800138000 --code 123456"
            )
        )
    }

    @Argument(
        help: ArgumentHelp(
            say("The xAccountId, as in the assertions.", "xAccountId，与断言中的一致。"),
            valueName: say("account", "账号")
        )
    )
    var account: String

    @Option(
        help: ArgumentHelp(
            say("The account's name; without it HUAWEI CLOUD makes one up.", "华为云账号名；不填则随机生成。"),
            valueName: say("name", "名称")
        )
    )
    var domainName: String?

    @Option(
        help: ArgumentHelp(
            say("The phone (China), with --code.", "手机号（中国站），须同时给出 --code。"),
            valueName: say("phone", "手机号")
        )
    )
    var mobile: String?

    @Option(
        help: ArgumentHelp(
            say("The code that `bss send-code` sent.", "bss send-code 发送的验证码。"),
            valueName: say("code", "验证码")
        )
    )
    var code: String?

    @Option(help: ArgumentHelp(say("The e-mail address (international).", "邮箱（国际站）。"), valueName: say("address", "邮箱")))
    var email: String?

    @Option(
        help: ArgumentHelp(say("The country or region (international).", "国家或地区（国际站）。"), valueName: say("code", "代码"))
    )
    var area: String?

    @Option(
        help: ArgumentHelp(
            say("A file with the password in its first line, mode 0600.", "首行为密码的文件，权限 0600。"),
            valueName: say("file", "文件")
        )
    )
    var passwordFile: String?

    @Flag(help: ArgumentHelp(say("No advertising to the customer.", "不向客户发送营销消息。")))
    var noMarketing = false

    @Option(help: ArgumentHelp(say("The cloud reseller whose customer it is.", "所属云经销商 ID。"), valueName: "id"))
    var indirectPartner: String?

    @Flag(help: ArgumentHelp(say("Wait for the association.", "等待关联结果。")))
    var awaitAssociation = false

    @OptionGroup var author: AuthorOption
    @OptionGroup var options: BSSOptions

    private struct Item: Encodable {
        let schema = "drawbridge.bss.create-customer.v1"
        let xAccountID: String
        let domainID: String
        let domainName: String

        private enum CodingKeys: String, CodingKey {
            case schema
            case xAccountID = "x_account_id"
            case domainID = "domain_id"
            case domainName = "domain_name"
        }
    }

    func validate() throws {
        guard (mobile == nil) == (code == nil) else {
            throw ValidationError(
                say(
                    "--mobile and --code go together; see `bss send-code`.",
                    "--mobile 与 --code 须同时给出，参见 bss send-code。"
                )
            )
        }
    }

    func run() async throws {
        let workspace = try Workspace(options.config.path)
        let connection = try await BSSConnection(workspace, options)
        let store = try await workspace.associationStore()
        let made = try await connection.send(try call(connection))
        try await record(made, store, workspace)
        try show(made)
    }

    private func record(
        _ made: CreateCustomer.Answer,
        _ store: SQLiteAssociationStore,
        _ workspace: Workspace
    ) async throws {
        let bound = StatedAssociation(
            account: account,
            state: .bound,
            cloudAccount: CloudAccount(id: made.domainID, name: made.domainName)
        )
        do {
            _ = try await store.state(
                [bound],
                by: .api,
                person: author.name,
                reason: author.reason ?? "bss create-customer",
                at: workspace.clock.now,
                dryRun: false
            )
        } catch {
            throw CommandFailure(
                .fault,
                "The account \(made.domainName) (\(made.domainID)) was made, but not recorded here: \(error). Run later: drawbridge associations sync --apply",
                "账号 \(made.domainName)（\(made.domainID)）已创建，但未能在本地记录：\(error)。请稍后执行：drawbridge associations sync --apply"
            )
        }
    }

    private func show(_ made: CreateCustomer.Answer) throws {
        switch options.output.format {
        case .json:
            let item = Item(xAccountID: account, domainID: made.domainID, domainName: made.domainName)
            Terminal.print(try JSONText.encode(item))
        case .text:
            Terminal.print(
                PrettyXML.plain(
                    say(
                        "\(account) is bound to \(made.domainName) (\(made.domainID))",
                        "\(account) 已绑定 \(made.domainName)（\(made.domainID)）"
                    )
                )
            )
        }
    }

    private func call(_ connection: BSSConnection) throws -> CreateCustomer {
        let platform = try connection.requirePlatform()
        let phone = try mobile.map { try BSSInput.chinesePhone($0, at: connection.site) }
        let password = try passwordFile.map(CustomerPasswordFile.read)
        return try BSSInput.judged { () throws(BSSFieldFault) in
            let verified: VerifiedMobile? =
                if let phone { try VerifiedMobile(phone, code: code ?? "") } else { nil }
            return try CreateCustomer(
                accountID: account,
                platformID: platform,
                domainName: domainName,
                mobile: verified,
                email: email,
                area: area,
                password: password,
                refusesMarketing: noMarketing ? true : nil,
                indirectPartnerID: indirectPartner,
                awaitsAssociation: awaitAssociation ? true : nil
            )
        }
    }
}
