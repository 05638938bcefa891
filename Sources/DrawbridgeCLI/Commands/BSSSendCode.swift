import ArgumentParser
import HuaweiCloud

/// `bss send-code`.
struct BSSSendCode: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "send-code",
            abstract: say(
                "Send a verification code to a phone in the Chinese mainland.",
                "向中国大陆手机号发送验证码。"
            ),
            discussion: say(
                "Example: drawbridge bss send-code 13800138000",
                "示例：drawbridge bss send-code 13800138000"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("The phone.", "手机号。"), valueName: say("phone", "手机号")))
    var mobile: String

    @Option(
        help: ArgumentHelp(
            say("How long it is good, 1 to 60 minutes.", "有效时长，1 到 60 分钟。"),
            valueName: say("minutes", "分钟")
        )
    )
    var minutes: Int?

    @Option(
        help: ArgumentHelp(
            say("The customer whose bank card is verified; else the code is for a new account.", "校验该客户的银行卡；不填则用于注册。"),
            valueName: "id"
        )
    )
    var bankCardOf: String?

    @Option(help: ArgumentHelp(say("The message's language.", "短信语言。"), valueName: "zh-cn|en-us"))
    var messageLanguage: String?

    @OptionGroup var options: BSSOptions

    private struct Item: Encodable {
        let schema = "drawbridge.bss.send-code.v1"
        let sent = true
    }

    func validate() throws {
        if let messageLanguage {
            _ = try NamedCase.value(SendCode.Language.self, "--message-language", messageLanguage)
        }
    }

    func run() async throws {
        let connection = try await options.connect()
        let phone = try BSSInput.chinesePhone(mobile, at: connection.site)
        let call = try BSSInput.judged { () throws(BSSFieldFault) in
            try SendCode(
                to: phone,
                minutes: minutes,
                scene: bankCardOf == nil ? nil : .bankCard,
                customerID: bankCardOf,
                language: messageLanguage.flatMap(SendCode.Language.init)
            )
        }
        _ = try await connection.send(call)
        switch options.output.format {
        case .json: Terminal.print(try JSONText.encode(Item()))
        case .text: Terminal.print(say("the code was sent", "验证码已发送"))
        }
    }
}
