import ArgumentParser
import Onboarding
import SAML
import XMLSecurity

extension ChecklistReportFormat: ExpressibleByArgument {}

/// How a run is written, and where.
struct ChecklistOutputOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say("Output: text, json, junit, markdown or html.", "输出格式：text、json、junit、markdown 或 html。"),
            valueName: "text|json|junit|markdown|html"
        )
    )
    var format = ChecklistReportFormat.text

    @Option(
        help: ArgumentHelp(
            say("Where to write; else standard output.", "输出文件；默认标准输出。"),
            valueName: say("file", "文件")
        )
    )
    var output: String?

    /// Whether results are printed as they come: on standard output, unless another form goes there.
    var showsProgress: Bool { format == .text || output != nil }

    func write(_ run: ChecklistRun, number: Int64?) throws {
        let report = ChecklistReport(run, rules: ChecklistRule.all, number: number)
        if showsProgress { Terminal.print(ChecklistLine.end(report).joined(separator: "\n")) }
        guard let output else {
            guard format != .text else { return }
            return Terminal.write(Array(try report.render(format, language: Speech.language).utf8))
        }
        let text = try report.render(format, language: Speech.language)
        try AtomicFile.write(Array(text.utf8), to: output, mode: .everybody, replacing: true)
        Terminal.print(say("wrote \(output)", "已写入 \(output)"))
    }
}
