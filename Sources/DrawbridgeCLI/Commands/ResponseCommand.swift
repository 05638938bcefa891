import ArgumentParser

/// `response`: responses offline.
struct ResponseCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "response",
            abstract: say("Responses, offline.", "离线处理响应。"),
            subcommands: [ResponseValidate.self, ResponseIssue.self]
        )
    }
}
