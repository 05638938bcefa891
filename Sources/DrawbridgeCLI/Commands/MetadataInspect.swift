import ArgumentParser
import SAML
import Server
import XMLSecurity

/// `metadata inspect`.
struct MetadataInspect: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "inspect",
            abstract: say("Say what a metadata file says.", "解读元数据文件。"),
            discussion: say(
                "Example: drawbridge metadata inspect sp-metadata.xml",
                "示例：drawbridge metadata inspect sp-metadata.xml"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("The file; - for standard input.", "文件；- 表示标准输入。"), valueName: say("file", "文件")))
    var file: String

    @OptionGroup var output: FormatOption
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let bytes = try InputFile.read(file)
        let document: MetadataDocument
        do {
            document = try MetadataDocument(bytes, at: Clock.system.now)
        } catch {
            Terminal.print(error)
            throw ExitCode(CommandFailure.Status.unusable.rawValue)
        }
        let items = document.entities.map(MetadataSummary.init)
        switch output.format {
        case .json: try ListOutput(schema: "drawbridge.metadata.v1", items: items).print()
        case .text:
            Terminal.print("SHA-256 " + Hexadecimal.encode(document.sha256))
            Terminal.print(say("signature: ", "签名：") + "\(document.signature)")
            for item in items { item.print() }
        }
    }
}
