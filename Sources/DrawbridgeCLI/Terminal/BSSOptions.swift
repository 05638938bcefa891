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

    @Option(
        help: ArgumentHelp(
            say(
                "Another file with access_key and secret_key, or with user, domain and password, mode 0600.",
                "其他凭据文件（access_key 与 secret_key，或 user、domain 与 password），权限 0600。"
            ),
            valueName: say("file", "文件")
        )
    )
    var credentialsFile: String?

    @OptionGroup var config: ConfigurationOption
    @OptionGroup var output: FormatOption

    func connect() async throws -> BSSConnection {
        try await BSSConnection(Workspace(config.path), self)
    }
}
