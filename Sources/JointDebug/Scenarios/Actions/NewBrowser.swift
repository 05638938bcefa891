import SAML

/// The customer goes on in a browser that knows nothing, or as another customer.
enum NewBrowser: ScenarioAction {
    static let name = "new-browser"
    static let title = Bilingual("Another browser is opened", "打开另一个浏览器")
    static let parameters: Set = ["account", "user"]
    static let expectations: Set<String> = []

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        play.browser = play.stage.newBrowser()
        play.customer.account = step["account"] ?? play.customer.account
        play.customer.user = step["user"] ?? play.customer.user
        return [StepFact("xAccountId", "xAccountId", play.customer.account)]
    }
}
