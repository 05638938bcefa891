import ArgumentParser
import HuaweiCloud
import JointDebug
import SAML
import Server
import XMLSecurity

/// `message lint`.
struct MessageLint: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "lint",
            abstract: say(
                "Judge a Response of any identity provider by HUAWEI CLOUD's rules, all at once.",
                "按华为云的规则一次性检查任意身份提供商的 Response。"
            ),
            discussion: say(
                """
                The file holds XML, Base64, or the form body that was posted. This is not validation: `response validate` decides. \
                With --run it is every Response of a joint-debug run, as it was judged when it was seen. Ends with 1 when a finding \
                is an error.
                Example: drawbridge message lint form.txt --idp-metadata metadata/idp-metadata.xml --in-response-to _th2kld
                Example: drawbridge message lint --run last
                """,
                """
                文件可为 XML、Base64 或提交的表单。这不是判定：判定请用 response validate。使用 --run 时为某次联调运行中的全部 \
                Response，结果为当时所判。有错误级发现时退出码为 1。
                示例：drawbridge message lint form.txt --idp-metadata metadata/idp-metadata.xml --in-response-to _th2kld
                示例：drawbridge message lint --run last
                """
            )
        )
    }

    @Argument(help: ArgumentHelp(say("The file; - for standard input.", "文件；- 表示标准输入。"), valueName: say("file", "文件")))
    var file: String?

    @Option(
        name: .customLong("run"),
        help: ArgumentHelp(
            say(
                "A run's folder, or its name or 'last' of those in ./joint-debug/runs.",
                "运行的目录，或 ./joint-debug/runs 中运行的名称或 last。"
            ),
            valueName: "run"
        )
    )
    var runName: String?

    @Option(
        help: ArgumentHelp(say("The metadata that was uploaded.", "已上传的元数据。"), valueName: say("file", "文件"))
    )
    var idpMetadata: String?

    @Option(
        help: ArgumentHelp(
            say("The SP's entity id; HUAWEI CLOUD in China without it.", "SP 的 entityID；默认为华为云中国站。"),
            valueName: "uri"
        )
    )
    var spEntityId = "https://auth.huaweicloud.com/"

    @Option(
        help: ArgumentHelp(
            say("The SP's ACS; HUAWEI CLOUD in China without it.", "SP 的 ACS；默认为华为云中国站。"),
            valueName: "url"
        )
    )
    var acsUrl = "https://auth.huaweicloud.com/authui/saml/SAMLAssertionConsumer"

    @Option(help: ArgumentHelp(say("The request that was answered.", "所回答的请求的 ID。"), valueName: "id"))
    var inResponseTo: String?

    @Option(help: ArgumentHelp(say("What came with the request.", "请求带来的 RelayState。"), valueName: say("text", "文本")))
    var relayState: String?

    @Option(
        help: ArgumentHelp(
            say(
                "The time to judge at, such as 2026-11-22T09:00:00Z; now without it.",
                "判定时间，如 2026-11-22T09:00:00Z；默认为当前时间。"
            ),
            valueName: say("time", "时间")
        )
    )
    var at: String?

    @Option(
        help: ArgumentHelp(say("Output: text, json or sarif.", "输出格式：text、json 或 sarif。"), valueName: "text|json|sarif")
    )
    var format = MetadataLint.Format.text

    @OptionGroup var language: LanguageOption

    func validate() throws {
        guard (file == nil) != (runName == nil) else {
            throw ValidationError(say("Give a file, or --run, not both.", "请指定文件或 --run 之一。"))
        }
        guard at.map({ Instant(xsDateTime: $0) != nil }) ?? true else {
            throw ValidationError(
                say("--at takes a time such as 2026-11-23T09:00:00Z.", "--at 的格式如 2026-11-23T09:00:00Z。")
            )
        }
    }

    func run() async throws {
        if let file {
            try lint(file)
        } else if let runName {
            let folder = try RunFolder.find(runName, in: ".")
            let responses = try folder.run().scenarios.flatMap(\.findings)
            guard !responses.isEmpty else {
                throw CommandFailure(
                    .unusable,
                    "No Response was judged in the run \(runName).",
                    "运行 \(runName) 中没有经过判定的 Response。"
                )
            }
            try FindingsReport(responses.flatMap { $0 }.compactMap(\.finding), in: folder.path).print(format)
        }
    }

    private func lint(_ file: String) throws {
        let input = try InputFile.read(file)
        guard !input.isEmpty else { throw CommandFailure(.unusable, "\(file) is empty.", "\(file) 是空文件。") }
        let linter = HuaweiMessageLinter(try context())
        let isForm = input.starts(with: Array("SAMLResponse=".utf8)) || input.starts(with: Array("RelayState=".utf8))
        let form = isForm ? PostedMessage.withoutLineEnd(input) : nil
        let xml = try PostedMessage.xml(of: form ?? input, .response)
        try FindingsReport(linter.findings(in: xml, form: form), in: file).print(format)
    }

    private func context() throws -> MessageLintContext {
        let now = at.flatMap { Instant(xsDateTime: $0) } ?? Clock.system.now
        return MessageLintContext(
            at: now,
            serviceProvider: spEntityId,
            assertionConsumerService: acsUrl,
            identityProvider: try idpMetadata.map { path in
                let entities = try MetadataDocument(InputFile.read(path), at: now).entities
                guard let entity = entities.first(where: { $0.idpSSODescriptor != nil }) else {
                    throw CommandFailure(
                        .unusable,
                        "\(path) has no identity provider.",
                        "\(path) 中没有身份提供商。"
                    )
                }
                return entity
            },
            requestID: inResponseTo,
            relayState: relayState
        )
    }
}
