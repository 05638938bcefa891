import ArgumentParser
import IdentityProvider
import Storage

/// `store backup`.
struct StoreBackup: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "backup",
            abstract: say("Save the store into one verified file while the service runs.", "在服务运行时把存储备份为一个经过校验的文件。"),
            discussion: say(
                "Save certs/, metadata/ and drawbridge.yaml as well: keys and secrets are not in it.\nExample: drawbridge store backup drawbridge-2026-11-23.backup",
                "请同时备份 certs/、metadata/ 和 drawbridge.yaml：其中不含密钥。\n示例：drawbridge store backup drawbridge-2026-11-23.backup"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("The file to write.", "要写入的文件。"), valueName: say("file", "文件")))
    var file: String

    @Flag(help: ArgumentHelp(say("Replace the file.", "覆盖已有文件。")))
    var replace = false

    @OptionGroup var config: ConfigurationOption
    @OptionGroup var output: FormatOption

    func run() async throws {
        let workspace = try Workspace(config.path)
        let key = try workspace.sealingKey()
        let report = try await StoreFile.backup(workspace.database, to: file, replacing: replace, key: key)
        try ReportedStore(report, of: file).print(output.format)
        if output.format == .text { Terminal.print(say("saved to \(file)", "已备份到 \(file)")) }
        try await workspace.record(.store, "store", "backed up")
    }
}
