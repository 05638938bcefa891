import ArgumentParser
import Foundation
import JointDebug
import SAML
import Server
import XMLSecurity

/// `joint-debug show`.
struct JointDebugShow: ParsableCommand {
    /// The forms of a run.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text
        case json
        case junit
        case markdown
    }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: say("Show a run again: what was seen, step by step.", "再次查看某次运行：逐步结果。"),
            discussion: say(
                "RUN is a name, a folder, or 'last'. Ends with 1 when a scenario of the run failed.\nExample: drawbridge joint-debug show last --scenario sign-on.plain",
                "RUN 为名称、目录或 last。运行中有失败场景时退出码为 1。\n示例：drawbridge joint-debug show last --scenario sign-on.plain"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("The run.", "运行。"), valueName: "run"))
    var name = "last"

    @Option(help: ArgumentHelp(say("Only this scenario, with its messages.", "只看该场景及其报文。"), valueName: "id"))
    var scenario: String?

    @Option(
        help: ArgumentHelp(
            say("Output: text, json, junit or markdown.", "输出格式：text、json、junit 或 markdown。"),
            valueName: "text|json|junit|markdown"
        )
    )
    var format = Format.text

    @OptionGroup var directory: RunDirectoryOption

    func run() throws {
        let folder = try RunFolder.find(name, in: directory.directory)
        let run = try folder.run()
        switch format {
        case .json: Terminal.print(try JSONText.encode(run))
        case .junit: Terminal.print(try RunJUnit(run: run, language: Speech.language).document())
        case .markdown: Terminal.print(RunMarkdown(run: run, language: Speech.language).text)
        case .text: try print(run, folder)
        }
        guard run.holds else { throw ExitCode(CommandFailure.Status.doesNotHold.rawValue) }
    }

    private func print(_ run: RunRecord, _ folder: RunFolder) throws {
        if let scenario, !run.scenarios.contains(where: { $0.id == scenario }) {
            throw CommandFailure(
                .unusable,
                "The run \(run.name) has no scenario \(scenario).",
                "运行 \(run.name) 中没有场景 \(scenario)。"
            )
        }
        let chosen = run.scenarios.filter { scenario == nil || $0.id == scenario }
        for (index, item) in chosen.enumerated() {
            let number = "\(index + 1)/\(chosen.count)"
            for line in RunPrinter.lines(item, isDetailed: scenario != nil, number: number) { Terminal.print(line) }
        }
        if let scenario {
            try printMessages(of: scenario, in: folder)
        } else {
            RunSummary(run: run, folder: folder).print()
        }
    }

    private func printMessages(of scenario: String, in folder: RunFolder) throws {
        let bytes = try InputFile.read("\(folder.path)/trace/\(scenario).json")
        let exchanges = try JSONText.decode([ExchangeRecord].self, from: bytes)
        for exchange in exchanges {
            Terminal.print("")
            let head = "\(exchange.method) \(exchange.url.prefix { $0 != "?" }) → \(exchange.status)"
            Terminal.print(Terminal.paint(PrettyXML.plain(head), .bold))
            for message in exchange.messages {
                Terminal.print(message.name)
                for line in message.text.split(separator: "\n") { Terminal.print("  " + PrettyXML.plain(String(line))) }
            }
        }
    }
}
