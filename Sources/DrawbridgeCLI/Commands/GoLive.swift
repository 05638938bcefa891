import ArgumentParser
import Onboarding
import SAML
import Server
import Storage
import XMLSecurity

/// `go-live`.
struct GoLive: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "go-live",
            abstract: say("Open production, or shut it.", "开放或关闭现网。"),
            discussion: say(
                """
                It runs the checklist of stage live, shows what stands in the way, and changes the stage only when every rule that must hold passes or is waived. A running service follows within a second. The person is an operator token.
                --back shuts production at once: one person may. --reopen needs a second one.
                Example: drawbridge go-live --probe --time-server ntp.aliyun.com --operator-token-file li.token --reason "first customers"
                """,
                """
                运行 live 阶段检查，列出阻碍项；只有必须满足的规则全部通过或已豁免时才切换阶段，运行中的服务一秒内生效。操作人由操作员令牌证明。
                --back 立即关闭现网，一人即可；--reopen 需要第二人。
                示例：drawbridge go-live --probe --time-server ntp.aliyun.com --operator-token-file li.token --reason "首批客户"
                """
            )
        )
    }

    @Flag(help: ArgumentHelp(say("Shut production: every sign-on is refused with a page.", "关闭现网：所有登录均显示拒绝页面。")))
    var back = false

    @Flag(help: ArgumentHelp(say("Open production again after --back.", "在 --back 之后重新开放。")))
    var reopen = false

    @Option(help: ArgumentHelp(say("Why.", "原因。"), valueName: say("text", "说明")))
    var reason: String

    @Option(
        name: .customLong("approver-token-file"),
        help: ArgumentHelp(
            say("The file of the second person's operator token, for --reopen.", "第二人的操作员令牌文件，用于 --reopen。"),
            valueName: say("file", "文件")
        )
    )
    var approver: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Where the evidence bundle goes; else evidence-run-N.tar.gz here.",
                "证据包文件；默认为当前目录的 evidence-run-N.tar.gz。"
            ),
            valueName: say("file", "文件")
        )
    )
    var bundle: String?

    @OptionGroup var probe: ProbeOption
    @OptionGroup var token: OperatorTokenOption
    @OptionGroup var config: ConfigurationOption

    func validate() throws {
        guard !(back && reopen) else {
            throw ValidationError(say("Give --back or --reopen.", "--back 与 --reopen 只能选一个。"))
        }
        guard (1...500).contains(reason.count) else {
            throw ValidationError(say("--reason takes 1 to 500 characters.", "--reason 须为 1 到 500 个字符。"))
        }
    }

    private var move: StageMove { back ? .back : reopen ? .reopen : .goLive }

    func run() async throws {
        let desk = try ChecklistDesk(config.path)
        let (stages, now) = (SQLiteStageStore(desk.workspace.database), desk.workspace.clock.now)
        let operators = SQLiteOperatorStore(desk.workspace.database)
        let right: OperatorRight = move == .back ? .narrow : .widen
        let author = try await operators.prove(token.token(), for: right, at: now)
        var second: Operator?
        if let approver { second = try await operators.prove(OperatorTokenFile.read(approver), for: .widen, at: now) }
        let present = try await stages.stage()
        let run = move == .goLive && present == .jointDebug ? try await checklist(desk) : nil
        do {
            let next = try StageRule.judge(move, from: present, run: run?.run, by: author, approvedBy: second)
            var proof: String?
            if let run { proof = try await prove(run.run, run.number, desk) }
            try await stages.change(to: next, at: now, by: author.name, reason: recorded(proof, second))
            Terminal.print(
                Terminal.paint("✓ ", .green)
                    + say("the stage is \(next.rawValue) now", "当前阶段：\(next.rawValue)")
            )
        } catch let refusal as StageRefusal {
            throw CommandFailure(.doesNotHold, refusal.message.en, refusal.message.zh)
        }
    }

    // The history of stages says on what the move rests.
    private func recorded(_ proof: String?, _ second: Operator?) -> String {
        [reason, proof, second.map { "agreed by \($0.name)" }].compactMap { $0 }.joined(separator: "; ")
    }

    // Without its bundle nobody goes live: what the step rests on must be there to show.
    private func prove(_ run: ChecklistRun, _ number: Int64, _ desk: ChecklistDesk) async throws -> String {
        let path = bundle ?? "evidence-run-\(number).tar.gz"
        let sha256 = try await BundleDesk(desk: desk, report: probe.permission().report).write(
            run,
            number: number,
            to: path
        )
        Terminal.print(say("wrote \(path)", "已写入 \(path)"))
        return "checklist run \(number), bundle SHA-256 \(sha256)"
    }

    private func checklist(_ desk: ChecklistDesk) async throws -> (number: Int64, run: ChecklistRun) {
        let progress = ChecklistProgress { $0.rule.level == .must && $0.result.blocks }
        progress.begin()
        let run = try await desk.run(.live, ChecklistDesk.Choice(), probe.permission(), progress: progress.show)
        let number = try await desk.store.keep(run)
        Terminal.print(say("run \(number): ", "第 \(number) 次：") + ChecklistWords.counts(run)[Speech.language])
        return (number, run)
    }
}
