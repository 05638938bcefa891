import Onboarding
import SAML
import XMLSecurity

/// A run of the checklist, as what it is worth today; in a list without its results.
struct ChecklistRunBody: Encodable {
    private struct Waiver: Encodable {
        let by: String
        let proved: Bool
        let role: String?
        let systemUser: String?
        /// Whether it opens the way: for going live, only the token of an approver does.
        let counts: Bool
        let reason: String
        let until: String
    }

    private struct Item: Encodable {
        let id: String
        let verdict: String
        let recordedVerdict: String
        let sentence: String
        let sentenceZh: String
        let facts: [ChecklistFact]
        let provedAgainst: String?
        let takenAt: String?
        let waiver: Waiver?
    }

    let number: Int64
    let stage: String
    let at: String
    let by: String
    let version: String
    let configurationSha256: String
    let metadataSha256: String?
    let huaweiMetadataSha256: String?
    let environmentSha256: String?
    let ready: Bool
    let pass: Int
    let fail: Int
    let warn: Int
    let notVerified: Int
    let waived: Int
    private let items: [Item]?

    /// Tells of a run.
    /// - Parameters:
    ///   - run: the run as it was kept.
    ///   - seen: the same run as what it is worth today.
    ///   - number: its number.
    ///   - isWhole: whether its results are told.
    init(_ run: ChecklistRun, seen: ChecklistRun, number: Int64, isWhole: Bool) {
        self.number = number
        stage = run.stage.rawValue
        at = run.at.xsDateTime
        by = run.person
        version = run.surrounding.version
        configurationSha256 = run.surrounding.configuration
        metadataSha256 = run.surrounding.metadata
        huaweiMetadataSha256 = run.surrounding.huaweiMetadata
        environmentSha256 = run.surrounding.environment
        ready = seen.isWhole && seen.blocking.isEmpty
        pass = seen.count(.pass)
        fail = seen.count(.fail)
        warn = seen.count(.warn)
        notVerified = seen.count(.notVerified)
        waived = seen.count(.waived)
        items = isWhole ? zip(run.results, seen.results).map(Self.item) : nil
    }

    private static func item(_ recorded: ChecklistResult, _ result: ChecklistResult) -> Item {
        Item(
            id: result.rule,
            verdict: result.verdict.rawValue,
            recordedVerdict: recorded.verdict.rawValue,
            sentence: result.sentence.en,
            sentenceZh: result.sentence.zh,
            facts: result.facts,
            provedAgainst: result.provenance?.rawValue,
            takenAt: result.takenAt?.xsDateTime,
            waiver: result.waiver.map { waiver in
                Waiver(
                    by: waiver.person.name,
                    proved: waiver.person.isProved,
                    role: waiver.person.role?.rawValue,
                    systemUser: waiver.person.systemUser,
                    counts: result.verdict == .waived,
                    reason: waiver.reason,
                    until: waiver.until.xsDateTime
                )
            }
        )
    }
}
