import HuaweiCloud
import SAML

/// Which checklist rules a run judges, and how.
enum RunRules {
    /// A rule holds when every scenario that proves it was played and passed; a rule for messages when no Response that was
    /// checked broke it.
    /// - Parameters:
    ///   - reports: what was played.
    ///   - all: all scenarios that there are; a rule of which some were left out fails, but does not hold.
    /// - Returns: the rules that can be judged by what was played.
    static func judge(_ reports: [ScenarioReport], of all: [Scenario]) -> [RunRecord.RuleRecord] {
        let played = reports.filter { $0.verdict != .notRun }
        let ids = Set(played.map(\.scenario.id))
        let named = Set(played.flatMap { $0.scenario.proves + $0.broken }).sorted()
        let proved = named.compactMap { rule -> RunRecord.RuleRecord? in
            let showing = played.filter { $0.scenario.proves.contains(rule) || $0.broken.contains(rule) }
            let holds = !showing.contains { $0.broken.contains(rule) }
            // A scenario that failed for another rule shows nothing of this one.
            let isWhole =
                showing.allSatisfy { $0.verdict == .passed }
                && all.allSatisfy { !$0.proves.contains(rule) || ids.contains($0.id) }
            guard isWhole || !holds else { return nil }
            return RunRecord.RuleRecord(rule: rule, holds: holds, scenarios: showing.map(\.scenario.id))
        }
        return proved + messages(played.filter { !$0.findings.isEmpty })
    }

    /// What a Response can break; notes are none.
    static let messageRules = HuaweiMessageLinter.rules.filter { $0.level != .note }

    private static func messages(_ reports: [ScenarioReport]) -> [RunRecord.RuleRecord] {
        guard !reports.isEmpty else { return [] }
        return messageRules.map { rule in
            let breaking = reports.filter { report in
                report.findings.contains { $0.contains { $0.rule.id == rule.id && $0.level != .note } }
            }
            let showing = breaking.isEmpty ? reports : breaking
            return RunRecord.RuleRecord(
                rule: rule.id,
                holds: breaking.isEmpty,
                scenarios: showing.map(\.scenario.id)
            )
        }
    }
}
