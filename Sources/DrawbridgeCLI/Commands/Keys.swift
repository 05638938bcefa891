import ArgumentParser

/// `keys`: our signing keys.
struct Keys: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "keys",
            abstract: say("Signing keys and certificates.", "签名密钥与证书。"),
            subcommands: [
                KeysGenerate.self, KeysList.self, KeysPublish.self, KeysActivate.self, KeysRetire.self,
            ]
        )
    }
}
