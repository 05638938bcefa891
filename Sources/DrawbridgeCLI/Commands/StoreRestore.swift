import ArgumentParser
import Foundation
import IdentityProvider
import Server
import Storage
import XMLSecurity

/// `store restore`.
struct StoreRestore: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "restore",
            abstract: say("Put a saved store in place; the service must be stopped.", "恢复备份；须先停止服务。"),
            discussion: say(
                "The store that is there is kept beside it.\nExample: drawbridge store restore drawbridge-2026-11-23.backup",
                "现有存储会保留在同一目录。\n示例：drawbridge store restore drawbridge-2026-11-23.backup"
            )
        )
    }

    @Argument(
        help: ArgumentHelp(say("What `store backup` wrote.", "store backup 写出的文件。"), valueName: say("file", "文件"))
    )
    var file: String

    @OptionGroup var config: ConfigurationOption
    @OptionGroup var output: FormatOption

    func run() async throws {
        let configuration = try Configuration.load(config.path)
        let store = configuration.store
        let stamp = Clock.system.now.xsDateTime.replacing(":", with: "")
        let aside = "\(store).before-restore-\(stamp)"
        let key = ChainSealKey(try AccountSecret.load(configuration.certificates))
        let report = try StoreFile.restore(file, to: store, aside: aside, key: key)
        var reported = ReportedStore(report, of: store)
        if FileManager.default.fileExists(atPath: aside) { reported.before = aside }
        try reported.print(output.format)
        if output.format == .text {
            if let before = reported.before {
                Terminal.print(say("the store that was there is now \(before)", "原存储已改名为 \(before)"))
            }
            Terminal.print(say("restored \(store)", "已恢复 \(store)"))
        }
        try await Workspace(configuration).record(.store, "store", "restored")
    }
}
