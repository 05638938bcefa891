import SAML

/// What several actions expect in the same words.
enum Expect {
    /// A refusal: of a Drawbridge with exactly that code, of another identity provider with any.
    static func refused(_ answer: WebExchange, _ step: StepInput, _ play: Play) throws -> [StepFact] {
        let code = step.expected["refused"] ?? ""
        guard answer.status >= 400 else {
            throw StepFailure(answer, wanted: Bilingual("a refusal with \(code)", "以 \(code) 拒绝"))
        }
        let isExact = play.stage.identityProvider.drawbridge != nil
        guard !isExact || answer.codes.contains(code) || answer.text.contains(code) else {
            throw StepFailure(answer, wanted: Bilingual("a refusal with \(code)", "以 \(code) 拒绝"))
        }
        return [StepFact("refused", "已拒绝", isExact ? "\(answer.status) \(code)" : String(answer.status))]
    }

    /// A page that holds a text.
    static func page(_ answer: WebExchange, holds text: String) throws -> [StepFact] {
        guard answer.text.contains(text) else {
            throw StepFailure(answer, wanted: Bilingual("a page that says “\(text)”", "含“\(text)”的页面"))
        }
        return [StepFact("page", "页面", "\(answer.status), \(text)")]
    }

    /// An expectation that takes a few words; any other would check nothing.
    static func choice(_ name: String, of words: [String], _ step: StepInput) throws -> String? {
        guard let word = step.expected[name] else { return nil }
        guard words.contains(word) else {
            let list = words.joined(separator: ", ")
            throw StepFailure("\(name) is one of \(list), not \(word)", "\(name) 的取值为 \(list)，而不是 \(word)")
        }
        return word
    }

    /// A value that must be another one exactly.
    static func equal(_ name: String, _ found: String?, _ wanted: String) throws {
        guard found != wanted else { return }
        let found = found ?? "-"
        throw StepFailure("\(name) is \(found), not \(wanted)", "\(name) 为 \(found)，应为 \(wanted)")
    }
}
