import Onboarding
import SAML
import XMLSecurity

/// A run for programs.
struct ChecklistRunReport: Encodable {
    private struct Item: Encodable {
        let id: String
        let stage: String?
        let level: String?
        let title: String?
        let verdict: String
        let sentence: String
        let hint: String?
        let source: String?
        let facts: [ChecklistFact]
        let provedAgainst: String?
        let takenAt: String?
        let waivedBy: String?
        let waivedUntil: String?
    }

    private let schema = "drawbridge.checklist.v1"
    private let run: Int64?
    private let stage: String
    private let at: String
    private let by: String
    private let version: String
    private let configurationSHA256: String
    private let metadataSHA256: String?
    private let isReady: Bool
    private let items: [Item]

    private enum CodingKeys: String, CodingKey {
        case schema, run, stage, at, by, version
        case configurationSHA256 = "configuration_sha256"
        case metadataSHA256 = "metadata_sha256"
        case isReady = "ready"
        case items
    }

    init(_ run: ChecklistRun, number: Int64?) {
        let language = Speech.language
        self.run = number
        stage = run.stage.rawValue
        at = run.at.xsDateTime
        by = run.person
        version = run.surrounding.version
        configurationSHA256 = run.surrounding.configuration
        metadataSHA256 = run.surrounding.metadata
        isReady = run.blocking.isEmpty
        items = run.results.map { result in
            let rule = ChecklistRule.named(result.rule)
            return Item(
                id: result.rule,
                stage: rule?.stage.rawValue,
                level: rule?.level.rawValue,
                title: rule?.title[language],
                verdict: result.verdict.rawValue,
                sentence: result.sentence[language],
                hint: rule?.hint[language],
                source: rule?.source,
                facts: result.facts,
                provedAgainst: result.provenance?.rawValue,
                takenAt: result.takenAt?.xsDateTime,
                waivedBy: result.waiver?.person,
                waivedUntil: result.waiver?.until.xsDateTime
            )
        }
    }
}
