import ArgumentParser

/// Where runs are kept.
struct RunDirectoryOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say("The directory that the run was made in.", "运行所在的目录。"),
            valueName: say("dir", "目录")
        )
    )
    var directory = ".demo"

    @OptionGroup var language: LanguageOption
}
