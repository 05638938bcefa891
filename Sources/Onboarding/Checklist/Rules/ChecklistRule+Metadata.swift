import HuaweiCloud
import SAML

// Sections A and B of huawei-cloud.md 10: what `metadata lint --profile huawei` judges, under the same ids.
extension ChecklistRule {
    static let metadata: [ChecklistRule] = HuaweiMetadataLinter.rules.map { rule in
        if rule.id.hasPrefix("huawei.sp.") {
            linted(rule, .jointDebug, on: \.huaweiMetadata)
        } else {
            linted(rule, .prepare, on: \.ownMetadata)
        }
    }

    private static func linted(
        _ rule: LintRule,
        _ stage: ChecklistStage,
        on part: any KeyPath<ChecklistEvidence, Evidence<MetadataEvidence>> & Sendable
    ) -> ChecklistRule {
        ChecklistRule(
            rule.id,
            stage,
            rule.level == .error ? .must : .should,
            source: rule.spec,
            title: rule.title,
            hint: rule.hint,
            on: part
        ) { file, _ in
            let facts = [ChecklistFact("file", file.path), ChecklistFact("sha256", file.sha256)]
            let findings = file.findings.filter { $0.rule == rule && $0.level != .note }
            guard !findings.isEmpty else { return .pass("The file holds it.", "文件符合该规则。", facts) }
            let found = findings.map { finding in
                ChecklistFact(finding.xpath ?? "file", finding.found ?? finding.expected ?? "-")
            }
            return findings.contains { $0.level == .error }
                ? .fail("The file breaks it.", "文件不符合该规则。", facts + found)
                : .warn("It works, and may not for long or everywhere.", "目前可用，但可能不长久或不通用。", facts + found)
        }
    }
}
