import Foundation
import Onboarding
import SAML

/// One result on one line, as a run shows it.
enum ChecklistLine {
    static func text(_ rule: ChecklistRule, _ result: ChecklistResult) -> String {
        let language = Speech.language
        // Titles of lint rules are sentences of their own.
        let title = rule.title[language].trimmingCharacters(in: CharacterSet(charactersIn: ".。"))
        return "\(mark(result.verdict)) \(rule.id)  \(title): \(result.sentence[language])"
    }

    /// What is left to do for a result that is open, on one line.
    static func task(_ rule: ChecklistRule) -> String { "\(rule.id)  \(rule.hint[Speech.language])" }

    static func mark(_ verdict: ChecklistVerdict) -> String {
        switch verdict {
        case .pass: Terminal.paint("✓", .green)
        case .fail: Terminal.paint("✗", .red)
        case .warn: Terminal.paint("!", .yellow)
        case .notVerified: Terminal.paint("?", .yellow)
        case .waived: Terminal.paint("~", .yellow)
        }
    }

    /// How many results have which verdict.
    static func counts(_ run: ChecklistRun) -> String {
        say(
            "\(run.count(.pass)) pass, \(run.count(.fail)) fail, \(run.count(.warn)) warn, \(run.count(.notVerified)) not verified, \(run.count(.waived)) waived",
            "通过 \(run.count(.pass))，未通过 \(run.count(.fail))，警告 \(run.count(.warn))，未验证 \(run.count(.notVerified))，豁免 \(run.count(.waived))"
        )
    }
}
