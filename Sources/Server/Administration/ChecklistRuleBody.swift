import Onboarding
import SAML

/// A rule of the checklist.
struct ChecklistRuleBody: Encodable {
    let id: String
    let stage: String
    let level: String
    let title: String
    let titleZh: String
    let hint: String
    let hintZh: String
    let source: String

    init(_ rule: ChecklistRule) {
        id = rule.id
        stage = rule.stage.rawValue
        level = rule.level.rawValue
        (title, titleZh) = (rule.title.en, rule.title.zh)
        (hint, hintZh) = (rule.hint.en, rule.hint.zh)
        source = rule.source
    }
}
