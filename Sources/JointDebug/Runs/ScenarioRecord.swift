public import SAML
import XMLSecurity

/// A scenario in a run's file.
public struct ScenarioRecord: Codable, Sendable {
    /// Its id.
    public let id: String
    /// Its family.
    public let family: ScenarioFamily
    /// What it shows.
    public let purpose: Words
    /// Where the expectation comes from.
    public let source: String
    /// How it ended.
    public let verdict: ScenarioReport.Verdict
    /// Why it was not run.
    public let missing: Words?
    /// When it began.
    public let began: String
    /// How long it took, in milliseconds.
    public let milliseconds: Int64
    /// Its steps.
    public let steps: [StepRecord]
    /// What the linter said of each Response that was looked at; an empty list is a Response without a fault.
    public let findings: [[FindingRecord]]

    /// A text in both languages.
    public struct Words: Codable, Hashable, Sendable {
        /// English.
        public let en: String
        /// Chinese.
        public let zh: String

        /// Takes a text over.
        public init(_ text: Bilingual) {
            en = text.en
            zh = text.zh
        }

        /// As the rest of the program has it.
        public var bilingual: Bilingual { Bilingual(en, zh) }
    }

    /// Takes a report over.
    public init(_ report: ScenarioReport) {
        id = report.scenario.id
        family = report.scenario.family
        purpose = Words(report.scenario.purpose)
        source = report.scenario.source
        verdict = report.verdict
        missing = report.missing.map { Words($0.missing) }
        began = report.began.xsDateTime
        milliseconds = report.milliseconds
        steps = report.steps.map { StepRecord($0) }
        findings = report.findings.map { $0.map { FindingRecord($0) } }
    }

    /// The step that failed.
    public var failure: StepRecord? { steps.first { $0.failure != nil } }
}
