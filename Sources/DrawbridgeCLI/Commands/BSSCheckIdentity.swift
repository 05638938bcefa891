import ArgumentParser
import HuaweiCloud
import SAML

/// `bss check-identity`.
struct BSSCheckIdentity: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check-identity",
            abstract: say(
                "Ask whether an account name, phone or e-mail is free.",
                "校验账号名、手机号或邮箱是否可用于注册。"
            ),
            discussion: say(
                "The exit status is 1 when it is taken.\nExample: drawbridge bss check-identity --name customer-1",
                "已被占用时退出码为 1。\n示例：drawbridge bss check-identity --name customer-1"
            )
        )
    }

    @Option(help: ArgumentHelp(say("An account name.", "账号名。"), valueName: say("name", "名称")))
    var name: String?

    @Option(
        help: ArgumentHelp(
            say("A phone, such as 0086-13800138000.", "手机号，例如 0086-13800138000。"),
            valueName: say("phone", "手机号")
        )
    )
    var mobile: String?

    @Option(help: ArgumentHelp(say("An e-mail address.", "邮箱。"), valueName: say("address", "邮箱")))
    var email: String?

    @OptionGroup var options: BSSOptions

    private struct Item: Encodable {
        let schema = "drawbridge.bss.check-identity.v1"
        let result: String
        let mobileRemaining: Int?
    }

    func validate() throws {
        guard [name, mobile, email].compactMap({ $0 }).count == 1 else {
            throw ValidationError(
                say("Give one of --name, --mobile and --email.", "请给出 --name、--mobile、--email 之一。")
            )
        }
    }

    func run() async throws {
        let connection = try await options.connect()
        let answer = try await connection.send(try call(at: connection.site))
        switch options.output.format {
        case .json:
            let item = Item(result: answer.result, mobileRemaining: answer.mobileRemaining)
            Terminal.print(try JSONText.encode(item))
        case .text:
            let remaining = answer.mobileRemaining.map {
                say(", \($0) more accounts with this phone", "，该手机号还可注册 \($0) 个账号")
            }
            let verdict = answer.isAvailable ? say("free", "可用") : say("taken", "已被占用")
            Terminal.print(PrettyXML.plain(verdict + (remaining ?? "")))
        }
        if !answer.isAvailable { throw ExitCode(CommandFailure.Status.doesNotHold.rawValue) }
    }

    private func call(at site: Site) throws -> CheckIdentity {
        if let mobile {
            guard let form = try BSSInput.phone(mobile, at: site).checkIdentityForm else {
                throw CommandFailure(
                    .unusable,
                    "Only phones with a country code of two digits can be asked after.",
                    "仅支持两位国家码的手机号。"
                )
            }
            return try BSSInput.judged { () throws(BSSFieldFault) in try CheckIdentity(.mobile, form) }
        }
        let kind = email == nil ? CheckIdentity.Kind.name : .email
        return try BSSInput.judged { () throws(BSSFieldFault) in try CheckIdentity(kind, email ?? name ?? "") }
    }
}
