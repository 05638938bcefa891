import ArgumentParser

/// `request`: requests offline.
struct RequestCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "request",
            abstract: say("Requests, offline.", "离线处理请求。"),
            subcommands: [RequestValidate.self]
        )
    }
}
