import Onboarding
import SAML
import XMLSecurity

/// The report for programs.
struct ChecklistJSON: Encodable {
    struct Text: Encodable {
        let en: String
        let zh: String

        init(_ text: Bilingual) {
            en = text.en
            zh = text.zh
        }
    }

    struct Waiver: Encodable {
        let by: String
        let isProved: Bool
        let role: String?
        let systemUser: String?
        /// Whether it opens the way: for going live, only the token of an approver does.
        let counts: Bool
        let reason: String
        let since: String
        let until: String

        init(_ waiver: ChecklistWaiver, counts: Bool) {
            by = waiver.person.name
            isProved = waiver.person.isProved
            role = waiver.person.role?.rawValue
            systemUser = waiver.person.systemUser
            self.counts = counts
            reason = waiver.reason
            since = waiver.since.xsDateTime
            until = waiver.until.xsDateTime
        }
    }

    struct Item: Encodable {
        let rule: String
        let stage: String?
        let level: String
        let source: String?
        let title: String
        let hint: String?
        let sentence: String
        let titles: Text
        let hints: Text?
        let sentences: Text
        let verdict: String
        let blocks: Bool
        let provedAgainst: String?
        let evidence: [ChecklistFact]
        let takenAt: String?
        let waiver: Waiver?

        init(_ item: ChecklistReport.Item, language: Language) {
            let result = item.result
            rule = result.rule
            stage = item.rule?.stage.rawValue
            level = item.level.rawValue
            source = item.rule?.source
            title = item.title[language]
            hint = item.rule?.hint[language]
            sentence = result.sentence[language]
            titles = Text(item.title)
            hints = (item.rule?.hint).map(Text.init)
            sentences = Text(result.sentence)
            verdict = result.verdict.rawValue
            blocks = item.blocks
            provedAgainst = result.provenance?.rawValue
            evidence = result.facts
            takenAt = result.takenAt?.xsDateTime
            waiver = result.waiver.map { Waiver($0, counts: result.verdict == .waived) }
        }
    }

    let schema = "drawbridge.checklist.v1"
    let language: String
    let number: Int64?
    let stage: String
    let at: String
    let by: String
    let version: String
    let configurationSha256: String
    let metadataSha256: String?
    let huaweiMetadataSha256: String?
    let environmentSha256: String?
    let counts: [String: Int]
    let items: [Item]

    init(_ report: ChecklistReport, language: Language) {
        let run = report.run
        self.language = language.rawValue
        number = report.number
        stage = run.stage.rawValue
        at = run.at.xsDateTime
        by = run.person
        version = run.surrounding.version
        configurationSha256 = run.surrounding.configuration
        metadataSha256 = run.surrounding.metadata
        huaweiMetadataSha256 = run.surrounding.huaweiMetadata
        environmentSha256 = run.surrounding.environment
        counts = Dictionary(uniqueKeysWithValues: ChecklistVerdict.allCases.map { ($0.rawValue, run.count($0)) })
        items = report.items.map { Item($0, language: language) }
    }
}
