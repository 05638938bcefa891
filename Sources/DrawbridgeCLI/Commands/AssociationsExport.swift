import ArgumentParser
import Onboarding
import Storage

/// `associations export`.
struct AssociationsExport: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: say("Print all associations, by account, for a file.", "按账号输出全部绑定关系，可存为文件。"),
            discussion: say(
                "Example: drawbridge associations export --format csv > associations.csv",
                "示例：drawbridge associations export --format csv > associations.csv"
            )
        )
    }

    /// The formats of a file.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case csv
        case json
    }

    @Option(help: ArgumentHelp(say("Output: csv or json.", "输出格式：csv 或 json。"), valueName: "csv|json"))
    var format = Format.csv

    @OptionGroup var config: ConfigurationOption

    func run() async throws {
        let store = try await Workspace(config.path).associationStore()
        let all = try await AllAssociations(store: store).collect()
        switch format {
        case .csv: Terminal.write(Array(AssociationSheet.text(all).utf8))
        case .json: try ListOutput(schema: AssociationItem.schema, items: all.map(AssociationItem.init)).print()
        }
    }
}
