import ArgumentParser
import Foundation
import JointDebug
import Logging
import SAML
import ServiceLifecycle
import UnixSignals

/// `joint-debug run`.
struct JointDebugRun: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "run",
            abstract: say(
                "Run the scenarios: portal, Drawbridge and a simulated HUAWEI CLOUD on this machine.",
                "运行场景：门户、Drawbridge 与模拟华为云均在本机。"
            ),
            discussion: say(
                "Keys and metadata are thrown away with the directory. With --keep everything goes on running.\nExample: drawbridge joint-debug run --directory .demo --keep",
                "密钥和元数据随目录一起丢弃。使用 --keep 时全部继续运行。\n示例：drawbridge joint-debug run --directory .demo --keep"
            )
        )
    }

    @Option(
        help: ArgumentHelp(
            say("Where keys, metadata and the report are kept.", "存放密钥、元数据和报告的目录。"),
            valueName: say("dir", "目录")
        )
    )
    var directory = ".demo"

    @Flag(help: ArgumentHelp(say("Leave everything running and print the links.", "保持运行并打印链接。")))
    var keep = false

    @OptionGroup var output: FormatOption
    @OptionGroup var language: LanguageOption

    func run() async throws {
        var logger = Logger(label: "drawbridge") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .error
        let workshop = try await JointDebugWorkshop.prepare(directory, language: Speech.language, logger: logger)
        let group = ServiceGroup(
            configuration: .init(
                services: workshop.services.map { .init(service: $0) },
                gracefulShutdownSignals: keep ? [.sigterm, .sigint] : [],
                logger: logger
            )
        )
        let report = try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            try await Readiness.wait(for: workshop.addresses)
            var scenario = PlainSignOn(workshop.stage)
            let printer = ReportPrinter(isText: output.format == .text)
            printer.begin(PlainSignOn.purpose)
            let report = await scenario.run { printer.print($0) }
            try printer.end([report], in: workshop)
            if keep {
                printer.links(workshop.addresses)
            } else {
                await group.triggerGracefulShutdown()
            }
            try await tasks.waitForAll()
            return report
        }
        guard report.holds else { throw ExitCode(CommandFailure.Status.doesNotHold.rawValue) }
    }
}
