import ArgumentParser
import Onboarding
import SAML
import Server
import Storage
import XMLSecurity

/// `checklist show`.
struct ChecklistShow: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: say("Show what the last run is worth today.", "显示最近一次检查目前的有效结果。"),
            discussion: say(
                "Results that are too old, or were taken under another configuration, metadata or version, count as not verified.\nExample: drawbridge checklist show --stage live --diff",
                "过期的结果，或在其他配置、元数据、版本下得到的结果，视为未验证。\n示例：drawbridge checklist show --stage live --diff"
            )
        )
    }

    @OptionGroup var stage: ChecklistStageOption

    @Flag(help: ArgumentHelp(say("What changed against the run before.", "与上一次检查相比的变化。")))
    var diff = false

    @OptionGroup var config: ConfigurationOption
    @OptionGroup var output: ChecklistOutputOption

    private struct Change: Encodable {
        let id: String
        let before: String?
        let now: String?
    }

    func run() async throws {
        let desk = try ChecklistDesk(config.path)
        let kept = try await desk.store.runs(of: stage.stage, limit: 1)
        guard let (number, run) = kept.first else {
            throw CommandFailure(
                .unusable,
                "There is no run yet; run: drawbridge checklist run",
                "尚无检查记录，请执行：drawbridge checklist run"
            )
        }
        if diff { return try await printDifference(desk, number, run) }
        let seen = run.seen(under: try await desk.present(), at: desk.workspace.clock.now)
        if output.showsProgress {
            for result in seen.results {
                if let rule = ChecklistRule.named(result.rule) { Terminal.print(ChecklistLine.text(rule, result)) }
            }
        }
        try output.write(seen, number: number)
    }

    private func printDifference(_ desk: ChecklistDesk, _ number: Int64, _ run: ChecklistRun) async throws {
        let same = try await desk.store.runs(of: run.stage, limit: 2)
        guard same.count == 2, let earlier = same.last else {
            throw CommandFailure(
                .unusable,
                "There is no run of this stage before run \(number).",
                "第 \(number) 次之前没有该阶段的检查。"
            )
        }
        let changes = ChecklistDifference.between(earlier.run, run)
        guard output.format == .text else {
            let items = changes.map { Change(id: $0.rule, before: $0.before?.rawValue, now: $0.now?.rawValue) }
            return try ListOutput(schema: "drawbridge.checklist-diff.v1", items: items).print()
        }
        Terminal.print(say("from run \(earlier.number) to run \(number)", "第 \(earlier.number) 次 → 第 \(number) 次"))
        for change in changes {
            Terminal.print("\(change.rule): \(change.before?.rawValue ?? "-") -> \(change.now?.rawValue ?? "-")")
        }
        if changes.isEmpty { Terminal.print(say("nothing changed", "没有变化")) }
    }
}
