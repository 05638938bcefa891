import Foundation
import JointDebug
import SAML
import Storage

/// Prints scenarios as they run and writes their report.
final class ReportPrinter {
    private let isText: Bool
    private var number = 0

    init(isText: Bool) {
        self.isText = isText
    }

    func begin(_ purpose: Bilingual) {
        show(Terminal.paint(purpose[Speech.language], .bold))
    }

    func print(_ step: StepReport) {
        number += 1
        let mark = step.holds ? Terminal.paint("✓", .green) : Terminal.paint("✗", .red)
        show("\(number) \(mark) \(step.title[Speech.language])")
        for fact in step.facts {
            show("    " + Terminal.paint(fact.name[Speech.language] + ": ", .faint) + fact.value)
        }
        if let failure = step.failure { show("    " + Terminal.paint(failure, .red)) }
    }

    func end(_ reports: [ScenarioReport], in workshop: JointDebugWorkshop) throws {
        let path = workshop.directory + "/report.json"
        let json = try JSONText.encode(
            ListOutput(schema: "drawbridge.joint-debug.v1", items: reports.map(ReportItem.init))
        )
        try AtomicFile.write(Array(json.utf8), to: path, mode: AtomicFile.secretMode, replacing: true)
        guard isText else {
            Terminal.print(json)
            return
        }
        show("")
        let header = [say("SCENARIO", "场景"), say("STEPS", "步骤"), say("RESULT", "结果")]
        let rows = reports.map { report in
            [
                report.id, "\(report.steps.filter(\.holds).count)/\(report.steps.count)",
                report.holds ? say("passed", "通过") : say("failed", "失败"),
            ]
        }
        Terminal.print(table: [header] + rows)
        show("")
        show(say("report", "报告") + ": " + path)
        show(say("next", "下一步") + ": drawbridge init --base-url https://idp.example.com --site china")
    }

    func links(_ addresses: JointDebugWorkshop.Addresses) {
        show("")
        show(say("portal (click the button)", "门户（点击按钮）") + ": " + addresses.portalOrigin + "/")
        show(say("metadata", "元数据") + ": " + addresses.baseURL + "/saml/metadata")
        show(say("readiness", "就绪状态") + ": http://127.0.0.1:\(addresses.operations)/readyz")
        show(say("Ctrl-C ends it.", "按 Ctrl-C 结束。"))
    }

    private func show(_ line: String) {
        if isText { Terminal.print(line) }
    }
}
