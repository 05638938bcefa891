import ArgumentParser
import SAML
import XMLSecurity

/// `message decode`.
struct MessageDecode: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "decode",
            abstract: say("Show a message: pretty, explained, personal data hidden.", "解码消息：排版、解释，并隐去个人信息。"),
            discussion: say(
                "Takes an address, a query, a form body, Base64 or XML. Nothing is verified.\nExample: drawbridge message decode request-url.txt",
                "输入可为地址、查询串、表单、Base64 或 XML。不做任何验证。\n示例：drawbridge message decode request-url.txt"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("The file; - for standard input.", "文件；- 表示标准输入。"), valueName: say("file", "文件")))
    var file = "-"

    @Flag(
        name: .customLong("show-personal-data"),
        help: ArgumentHelp(
            say("Show name identifiers and attribute values.", "显示名称标识和属性值。")
        )
    )
    var showsPersonalData = false

    @OptionGroup var output: FormatOption
    @OptionGroup var language: LanguageOption

    private struct Decoded: Encodable {
        let form: String
        let relayState: String?
        let signatureAlgorithm: String?
        let root: String
        let xml: String
    }

    func run() async throws {
        let input = try readable { try MessageInput.read(InputFile.read(file)) }
        let document = try readable {
            do {
                return try XMLDocument(parsing: input.xml, limits: .metadata)
            } catch let error as XMLError {
                throw Refusal(error)
            }
        }
        let pretty = PrettyXML(showsPersonalData: showsPersonalData).text(of: document.root)
        let relayState = showsPersonalData ? input.relayState : input.relayState.map { "<\($0.utf8.count) octets>" }
        switch output.format {
        case .json:
            Terminal.print(
                try JSONText.encode(
                    Decoded(
                        form: input.form,
                        relayState: relayState,
                        signatureAlgorithm: input.signatureAlgorithm,
                        root: document.root.localName,
                        xml: pretty
                    )
                )
            )
        case .text:
            Terminal.print(say("form: ", "形式：") + input.form)
            if let relayState { Terminal.print("RelayState: " + relayState) }
            if let algorithm = input.signatureAlgorithm { Terminal.print("SigAlg: " + algorithm) }
            Terminal.print(say("not verified", "未经验证") + "\n")
            Terminal.print(pretty)
        }
    }

    // Nothing is judged here: what is refused while decoding is input that cannot be read.
    private func readable<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let refusal as Refusal {
            Terminal.print(refusal)
            throw ExitCode(CommandFailure.Status.unusable.rawValue)
        }
    }
}
