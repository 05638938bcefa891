import JointDebug
import SAML

/// A scenario in the report file.
struct ReportItem: Encodable {
    private struct Step: Encodable {
        let title: String
        let titleZh: String
        let holds: Bool
        let failure: String?
        let facts: [String: String]
    }

    private let id: String
    private let purpose: String
    private let purposeZh: String
    private let holds: Bool
    private let steps: [Step]

    init(_ report: ScenarioReport) {
        id = report.id
        purpose = report.purpose.en
        purposeZh = report.purpose.zh
        holds = report.holds
        steps = report.steps.map { step in
            Step(
                title: step.title.en,
                titleZh: step.title.zh,
                holds: step.holds,
                failure: step.failure,
                facts: Dictionary(step.facts.map { ($0.name.en, $0.value) }) { first, _ in first }
            )
        }
    }
}
