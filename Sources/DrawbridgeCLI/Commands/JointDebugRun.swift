import ArgumentParser
import Foundation
import JointDebug
import Logging
import SAML
import ServiceLifecycle
import UnixSignals
import XMLSecurity

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
                """
                Keys and metadata are thrown away with the directory. With --keep everything goes on running. Ends with 1 when a scenario fails.
                Example: drawbridge joint-debug run
                Example: drawbridge joint-debug run --family sign-on requests --verbose
                With --against another identity provider is played against; it must know the simulation's SP metadata.
                Example: drawbridge joint-debug run --against https://idp.example.com --portal mall --portal-key mall.key
                Example: drawbridge joint-debug run --against idp.xml --login-user li --login-password-file li.txt
                """,
                """
                密钥和元数据随目录一起丢弃。使用 --keep 时全部继续运行。有场景失败时退出码为 1。
                示例：drawbridge joint-debug run
                示例：drawbridge joint-debug run --family sign-on requests --verbose
                使用 --against 时针对其他身份提供商运行，对方须已导入模拟环境的 SP 元数据。
                示例：drawbridge joint-debug run --against https://idp.example.com --portal mall --portal-key mall.key
                示例：drawbridge joint-debug run --against idp.xml --login-user li --login-password-file li.txt
                """
            )
        )
    }

    @Option(
        help: ArgumentHelp(
            say("Where keys, metadata and runs are kept.", "存放密钥、元数据和运行记录的目录。"),
            valueName: say("dir", "目录")
        )
    )
    var directory = ".demo"

    @Option(
        help: ArgumentHelp(say("How many scenarios run at once, 1 to 64.", "同时运行的场景数，1 到 64。"), valueName: "n")
    )
    var parallel = 4

    @Flag(help: ArgumentHelp(say("Leave everything running and print the links.", "保持运行并打印链接。")))
    var keep = false

    @Flag(help: ArgumentHelp(say("Show every step, not only what fails.", "显示每一步，而不仅是失败的步骤。")))
    var verbose = false

    @OptionGroup var choice: ScenarioChoice
    @OptionGroup var against: AgainstOptions
    @OptionGroup var output: FormatOption
    @OptionGroup var language: LanguageOption

    func validate() throws {
        guard (1...64).contains(parallel) else {
            throw ValidationError(say("--parallel takes 1 to 64.", "--parallel 的取值为 1 到 64。"))
        }
    }

    func run() async throws {
        let scenarios = try choice.scenarios()
        let logger = Self.logger
        let setup = try await setup(logger)
        let group = ServiceGroup(
            configuration: .init(
                services: setup.services.map { .init(service: $0) },
                gracefulShutdownSignals: keep ? [.sigterm, .sigint] : [],
                logger: logger
            )
        )
        let run = try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            try await Readiness.wait(for: setup.probes)
            let run = try await play(scenarios, on: setup)
            if keep {
                links(setup)
            } else {
                await group.triggerGracefulShutdown()
            }
            try await tasks.waitForAll()
            return run
        }
        guard run.holds else { throw ExitCode(CommandFailure.Status.doesNotHold.rawValue) }
    }

    private func setup(_ logger: Logger) async throws -> JointDebugSetup {
        guard let place = against.against else {
            return try await JointDebugWorkshop.prepare(directory, language: Speech.language, logger: logger).setup
        }
        return try await AgainstStage(options: against, place: place, directory: directory)
            .prepare(language: Speech.language, logger: logger)
    }

    private func play(_ scenarios: [Scenario], on setup: JointDebugSetup) async throws -> RunRecord {
        let desk = RunDesk(
            stage: setup.stage,
            directory: setup.directory,
            configuration: setup.configuration,
            width: parallel
        )
        let printer = RunPrinter(scenarios, isDetailed: verbose, isText: output.format == .text)
        let (run, folder) = try await desk.play(scenarios) { await printer.print($0) }
        switch output.format {
        case .json: Terminal.print(try JSONText.encode(run))
        case .text: RunSummary(run: run, folder: folder).print()
        }
        return run
    }

    private func links(_ setup: JointDebugSetup) {
        guard output.format == .text else { return }
        Terminal.print("")
        for link in setup.links { Terminal.print(link.name + ": " + link.address) }
        Terminal.print(say("Ctrl-C ends it.", "按 Ctrl-C 结束。"))
    }

    // What the services log stands in their own files; here it would come between the lines of the report.
    private static var logger: Logger {
        var logger = Logger(label: "drawbridge") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .critical
        return logger
    }
}
