import ArgumentParser
import JointDebug
import SAML
import Server

/// `joint-debug diff`.
struct JointDebugDiff: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "diff",
            abstract: say("Compare two runs: which scenarios end otherwise.", "比较两次运行：哪些场景结果不同。"),
            discussion: say(
                "Ends with 1 when something differs.\nExample: drawbridge joint-debug diff 20261124T020000Z last",
                "有差异时退出码为 1。\n示例：drawbridge joint-debug diff 20261124T020000Z last"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("The earlier run.", "较早的运行。"), valueName: "run"))
    var before: String

    @Argument(help: ArgumentHelp(say("The later run.", "较晚的运行。"), valueName: "run"))
    var after: String

    @OptionGroup var output: FormatOption
    @OptionGroup var directory: RunDirectoryOption

    func run() throws {
        let (old, new) = try (
            RunFolder.find(before, in: directory.directory).run(), RunFolder.find(after, in: directory.directory).run()
        )
        let difference = RunDifference(from: old, to: new)
        switch output.format {
        case .json:
            try ListOutput(schema: "drawbridge.joint-debug.diff.v1", items: difference.items).print()
        case .text where difference.items.isEmpty:
            Terminal.print(say("Both runs end alike.", "两次运行结果相同。"))
        case .text:
            let head = [say("SCENARIO", "场景"), say("BEFORE", "之前"), say("AFTER", "之后"), say("WHERE", "位置")]
            let rows = difference.items.map { [$0.scenario, word($0.before), word($0.after), $0.reason ?? ""] }
            Terminal.print(table: [head] + rows)
        }
        guard difference.items.isEmpty else { throw ExitCode(CommandFailure.Status.doesNotHold.rawValue) }
    }

    private func word(_ verdict: ScenarioReport.Verdict?) -> String {
        verdict.map { RunWords.verdict($0)[Speech.language] } ?? "-"
    }
}
