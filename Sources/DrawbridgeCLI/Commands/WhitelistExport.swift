import ArgumentParser
import Onboarding

/// `whitelist export`.
struct WhitelistExport: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: say("Print all entries but the retired, for a file.", "输出除已停用外的全部条目，可存为文件。"),
            discussion: say(
                "Example: drawbridge whitelist export --format yaml > whitelist.yaml",
                "示例：drawbridge whitelist export --format yaml > whitelist.yaml"
            )
        )
    }

    /// The formats of a file.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case csv
        case yaml
        case json
    }

    @Option(help: ArgumentHelp(say("Output: csv, yaml or json.", "输出格式：csv、yaml 或 json。"), valueName: "csv|yaml|json"))
    var format = Format.csv

    @OptionGroup var whitelist: WhitelistOption

    func run() async throws {
        let entries = try await whitelist.desk().entries(.standing)
        switch format {
        case .csv: Terminal.write(Array(WhitelistSheet.csv(entries).utf8))
        case .yaml: Terminal.write(Array(WhitelistSheet.yaml(entries).utf8))
        case .json: try WhitelistItem.print(WhitelistSheet.sorted(entries), .json)
        }
    }
}
