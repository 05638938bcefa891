import ArgumentParser

/// What every command that calls the BSS takes.
struct BSSOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say("Another BSS endpoint, such as the simulation's.", "其他 BSS 终端节点，例如模拟环境的地址。"),
            valueName: "url"
        )
    )
    var endpoint: String?

    @OptionGroup var config: ConfigurationOption
    @OptionGroup var output: FormatOption

    func connect() async throws -> BSSConnection {
        try await BSSConnection(Workspace(config.path), endpoint: endpoint)
    }
}
