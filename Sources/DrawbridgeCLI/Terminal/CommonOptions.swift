import ArgumentParser

/// How results are printed.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
}

/// The option that every command has; ``Speech`` reads it before the arguments are parsed.
struct LanguageOption: ParsableArguments {
    @Option(
        name: .customLong("lang"),
        help: ArgumentHelp(say("Language: zh or en.", "语言：zh 或 en。"), valueName: "zh|en")
    )
    var language: String?

    func validate() throws {
        guard language == nil || language == "zh" || language == "en" else {
            throw ValidationError(say("--lang takes zh or en.", "--lang 只能是 zh 或 en。"))
        }
    }
}

/// Where the configuration stands.
struct ConfigurationOption: ParsableArguments {
    @Option(
        name: .customLong("config"),
        help: ArgumentHelp(say("The configuration file.", "配置文件。"), valueName: say("file", "文件"))
    )
    var path = "drawbridge.yaml"

    @OptionGroup var language: LanguageOption
}

/// The format of what is printed.
struct FormatOption: ParsableArguments {
    @Option(
        name: .customLong("format"),
        help: ArgumentHelp(say("Output: text or json.", "输出格式：text 或 json。"), valueName: "text|json")
    )
    var format = OutputFormat.text
}
