import SAML

/// The identity provider's operator gives it a command that calls the BSS; what comes there is looked at, too.
enum RunBSSCommand: ScenarioAction {
    static let name = "bss-command"
    static let title = Bilingual("The operator calls the BSS", "操作人员调用 BSS 接口")
    static let parameters: Set = ["run", "by", "fault", "until"]
    static let expectations = BSSExpect.names.union(["status", "says", "says-not"])

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        guard let side = play.stage.bss, let run = play.stage.identityProvider.commands else {
            throw StepFailure("No BSS is known, or no command can be given", "未知 BSS 地址，或无法执行命令")
        }
        let line = step["run"] ?? ""
        let file = try side.file(of: step).map { ["--credentials-file", $0] } ?? []
        let words = RunCommand.words(line) + file
        let watch = BSSWatch(side: side, faults: play.stage.simulation.faults)
        let (faults, until) = (try Faults(step["fault"] ?? ""), step.number("until"))
        let before = await play.bss.began(at: side.host)
        let (outcome, calls) = try await watch.during(faults, until: until) { try await run(words) }
        for call in calls { play.keep(call.exchange) }
        let expect = BSSExpect(
            step: step,
            side: side,
            calls: calls,
            scenario: await side.host.calls(after: before),
            output: outcome.output
        )
        try judge(outcome, line, expect)
        return [StepFact("command", "命令", "drawbridge " + line)] + (try expect.judge())
    }

    private static func judge(
        _ outcome: (status: Int32, output: String),
        _ line: String,
        _ expect: BSSExpect
    ) throws(StepFailure) {
        let wanted = expect.step.expected["status"] ?? "0"
        guard String(outcome.status) == wanted else {
            throw expect.failure(
                "drawbridge \(line) ended with \(outcome.status), not \(wanted)",
                "drawbridge \(line) 的退出码为 \(outcome.status)，应为 \(wanted)"
            )
        }
        if let text = expect.step.expected["says"], !outcome.output.contains(text) {
            throw expect.failure("It does not say “\(text)”", "输出中没有“\(text)”")
        }
        if let text = expect.step.expected["says-not"], outcome.output.contains(text) {
            throw expect.failure("It says “\(text)”", "输出中有“\(text)”")
        }
    }
}
