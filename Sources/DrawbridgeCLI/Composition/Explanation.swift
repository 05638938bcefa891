import SAML

/// What `explain` tells about a refusal code or a lint rule.
struct Explanation {
    let id: String
    /// The class of a code, or `lint` and the level of a rule.
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
}
