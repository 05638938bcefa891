import ArgumentParser

/// `message`: any SAML message.
struct Message: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "message",
            abstract: say("Any SAMLRequest or SAMLResponse.", "任意 SAMLRequest 或 SAMLResponse。"),
            subcommands: [MessageDecode.self, MessageLint.self]
        )
    }
}
