import Onboarding
import SAML

/// What `explain` tells about a refusal code, a lint rule or a rule of the checklist.
struct Explanation {
    let id: String
    /// The class of a code, or `lint` or `checklist` and the level of a rule.
    let kind: String
    let spec: String
    let message: Bilingual
    let hint: Bilingual

    init(_ code: RefusalCode) {
        id = code.id
        kind = code.refusalClass.rawValue
        spec = code.spec
        message = code.message
        hint = code.hint
    }

    init(_ rule: LintRule) {
        id = rule.id
        kind = "lint " + rule.level.rawValue
        spec = rule.spec
        message = rule.title
        hint = rule.hint
    }

    init(_ rule: ChecklistRule) {
        id = rule.id
        kind = "checklist " + rule.level.rawValue
        spec = rule.source
        message = rule.title
        hint = rule.hint
    }
}
