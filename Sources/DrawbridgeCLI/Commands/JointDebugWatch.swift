import ArgumentParser
import Foundation
import IdentityProvider
import JointDebug
import Onboarding
import Server
import Storage
import XMLSecurity

/// `joint-debug watch`.
struct JointDebugWatch: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "watch",
            abstract: say(
                "Follow a running Drawbridge: each message in and out, decoded, with its verdict.",
                "跟踪运行中的 Drawbridge：逐条显示收发报文的解码内容与判定。"
            ),
            discussion: say(
                """
                Run it beside drawbridge serve, with the same configuration and user, while interfaces are debugged with HUAWEI CLOUD. \
                Ctrl-C ends it; what was seen is kept as a run, which checklist run and message lint --run read. Names and values of \
                customers are left out unless --personal-data is given; tokens, cookies and passwords always. Ends with 1 when \
                something seen did not hold.
                Example: drawbridge joint-debug watch
                Example: drawbridge joint-debug watch --for 30m --verbose
                """,
                """
                与 HUAWEI CLOUD 联调期间，以相同的配置和用户与 drawbridge serve 同时运行。按 Ctrl-C 结束；所见内容保存为一次运行，\
                供 checklist run 和 message lint --run 读取。除非使用 --personal-data，否则不记录客户的姓名和属性值；令牌、Cookie 和口令\
                一律不记录。所见内容有不符合之处时退出码为 1。
                示例：drawbridge joint-debug watch
                示例：drawbridge joint-debug watch --for 30m --verbose
                """
            )
        )
    }

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            say("How long, such as 90s, 30m or 2h; until Ctrl-C without it.", "时长，如 90s、30m、2h；不填则直到 Ctrl-C。"),
            valueName: say("time", "时长")
        )
    )
    var duration: String?

    @Flag(
        name: .customLong("personal-data"),
        help: ArgumentHelp(say("Keep names and values of customers, too.", "同时记录客户的姓名和属性值。"))
    )
    var keepsPersonalData = false

    @Flag(help: ArgumentHelp(say("Show what was seen of every exchange.", "显示每次交互的全部内容。")))
    var verbose = false

    @OptionGroup var output: FormatOption
    @OptionGroup var config: ConfigurationOption

    func validate() throws {
        guard duration.map({ Self.seconds($0) != nil }) ?? true else {
            throw ValidationError(
                say("--for takes a time such as 90s, 30m or 2h.", "--for 的格式如 90s、30m、2h。")
            )
        }
    }

    func run() async throws {
        let workspace = try Workspace(config.path)
        try await requireJointDebugging(workspace)
        let desk = WatchDesk(workspace, showsPersonalData: keepsPersonalData)
        let isText = output.format == .text
        let isDetailed = verbose
        if isText {
            Terminal.error(
                say(
                    "Following \(workspace.configuration.baseURL); Ctrl-C ends it.",
                    "正在跟踪 \(workspace.configuration.baseURL)，按 Ctrl-C 结束。"
                )
            )
        }
        let end = duration.flatMap(Self.seconds).map { workspace.clock.now.adding(seconds: $0) }
        let kept = try await desk.follow(until: end) { report, number in
            guard isText else { return }
            let lines = RunPrinter.lines(ScenarioRecord(report), isDetailed: isDetailed, number: "\(number)")
            for line in lines { Terminal.print(line) }
        }
        guard let (run, folder) = kept else {
            throw CommandFailure(
                .doesNotHold,
                "Nothing was seen, so no run is kept. Is drawbridge serve running with this configuration?",
                "没有任何交互，未保存运行。drawbridge serve 是否使用此配置运行？"
            )
        }
        switch output.format {
        case .json: Terminal.print(try JSONText.encode(run))
        case .text: RunSummary(run: run, folder: folder).print()
        }
        guard run.holds else { throw ExitCode(CommandFailure.Status.doesNotHold.rawValue) }
    }

    // Customers of production are nobody's to watch.
    private func requireJointDebugging(_ workspace: Workspace) async throws {
        let stage = try await SQLiteStageStore(workspace.database).stage()
        guard stage != .jointDebug else { return }
        throw CommandFailure(
            .doesNotHold,
            "The stage is \(stage.rawValue); messages are followed in joint-debug only. Use: drawbridge audit why",
            "当前阶段为 \(stage.rawValue)，仅在 joint-debug 阶段可跟踪报文。请使用：drawbridge audit why"
        )
    }

    private static func seconds(_ text: String) -> Int64? {
        guard let match = text.wholeMatch(of: /([0-9]{1,5})([smh])/), let number = Int64(match.1), number > 0 else {
            return nil
        }
        return number * (match.2 == "h" ? 3600 : match.2 == "m" ? 60 : 1)
    }
}
