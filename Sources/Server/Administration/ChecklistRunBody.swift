import Onboarding
import SAML
import XMLSecurity

/// A run of the checklist; in a list without its results.
struct ChecklistRunBody: Encodable {
    private struct Item: Encodable {
        let id: String
        let verdict: String
        let sentence: String
        let sentenceZh: String
        let facts: [ChecklistFact]
        let provedAgainst: String?
        let takenAt: String?
        let waivedBy: String?
    }

    let number: Int64
    let stage: String
    let at: String
    let by: String
    let version: String
    let ready: Bool
    let pass: Int
    let fail: Int
    let warn: Int
    let notVerified: Int
    let waived: Int
    private let items: [Item]?

    init(_ run: ChecklistRun, number: Int64, isWhole: Bool) {
        self.number = number
        stage = run.stage.rawValue
        at = run.at.xsDateTime
        by = run.person
        version = run.surrounding.version
        ready = run.isWhole && run.blocking.isEmpty
        pass = run.count(.pass)
        fail = run.count(.fail)
        warn = run.count(.warn)
        notVerified = run.count(.notVerified)
        waived = run.count(.waived)
        items = isWhole ? run.results.map(Self.item) : nil
    }

    private static func item(_ result: ChecklistResult) -> Item {
        Item(
            id: result.rule,
            verdict: result.verdict.rawValue,
            sentence: result.sentence.en,
            sentenceZh: result.sentence.zh,
            facts: result.facts,
            provedAgainst: result.provenance?.rawValue,
            takenAt: result.takenAt?.xsDateTime,
            waivedBy: result.verdict == .waived ? result.waiver?.person.name : nil
        )
    }
}
