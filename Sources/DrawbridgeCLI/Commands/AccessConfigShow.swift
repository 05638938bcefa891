import ArgumentParser
import XMLSecurity

/// `access-config show`.
struct AccessConfigShow: AsyncParsableCommand {
    /// How the sheet is written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, html
    }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: say(
                "What to enter in Partner Center, what stands there, and what is missing.",
                "显示伙伴中心接入配置中应填写的内容、已登记的内容和缺失项。"
            ),
            discussion: say(
                "html is one page to print, in both languages.\nExample: drawbridge access-config show --format html --output access-config.html",
                "html 为可打印的单页，同时包含中英文。\n示例：drawbridge access-config show --format html --output access-config.html"
            )
        )
    }

    @Option(
        help: ArgumentHelp(say("Output: text, json or html.", "输出格式：text、json 或 html。"), valueName: "text|json|html")
    )
    var format = Format.text

    @Option(
        help: ArgumentHelp(
            say("Where to write; else standard output.", "输出文件；默认标准输出。"),
            valueName: say("file", "文件")
        )
    )
    var output: String?

    @OptionGroup var zone: TimeZoneOption
    @OptionGroup var config: ConfigurationOption

    func run() async throws {
        let sheet = AccessSheet(try await AccessFacts(Workspace(config.path)))
        let bytes: [UInt8] =
            switch format {
            case .text:
                Array((AccessSheetText(sheet: sheet, time: zone.time).lines.joined(separator: "\n") + "\n").utf8)
            case .json: Array((try JSONText.encode(AccessSheetReport(sheet)) + "\n").utf8)
            case .html: try AccessSheetHTML(sheet, time: zone.time).bytes()
            }
        guard let output else { return Terminal.write(bytes) }
        try AtomicFile.write(bytes, to: output, mode: .everybody, replacing: true)
        Terminal.print(say("wrote \(output)", "已写入 \(output)"))
    }
}
