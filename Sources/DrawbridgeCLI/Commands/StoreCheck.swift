import ArgumentParser
import Storage

/// `store check`.
struct StoreCheck: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check",
            abstract: say("Check the pages and both chains of the store or of a backup.", "检查存储或备份的数据页与两条链。"),
            discussion: say(
                "Example: drawbridge store check drawbridge-2026-11-23.backup",
                "示例：drawbridge store check drawbridge-2026-11-23.backup"
            )
        )
    }

    @Argument(
        help: ArgumentHelp(
            say("A backup; the store in use without it.", "备份文件；不填则检查当前存储。"),
            valueName: say("file", "文件")
        )
    )
    var file: String?

    @OptionGroup var config: ConfigurationOption
    @OptionGroup var output: FormatOption

    func run() async throws {
        // Opened, so that the store in use has this version's form and its write-ahead log is seen.
        let workspace = try Workspace(config.path)
        let path = file ?? workspace.configuration.store
        let report = try StoreFile.check(path, key: workspace.sealingKey())
        try ReportedStore(report, of: path).print(output.format)
    }
}
