import SAML

/// The browser opens an address, with the cookies that it has.
enum OpenPage: ScenarioAction {
    static let name = "open-page"
    static let title = Bilingual("The browser opens a page", "浏览器打开页面")
    static let parameters: Set = ["url"]
    static let expectations: Set = ["status", "page"]

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        let answer = try await play.open(step["url"] ?? "")
        play.page = answer
        let wanted = step.expected["status"] ?? "200"
        guard String(answer.status) == wanted else {
            throw StepFailure(answer, wanted: Bilingual("status \(wanted)", "状态码 \(wanted)"))
        }
        if let text = step.expected["page"] { return try Expect.page(answer, holds: text) }
        return [StepFact("page", "页面", "\(answer.status) \(answer.url)")]
    }
}
