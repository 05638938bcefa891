import SAML

/// The customer answers the binding page, and the browser carries the notification home.
enum Bind: ScenarioAction {
    static let name = "bind"
    static let title = Bilingual("The customer binds a HUAWEI CLOUD account", "客户绑定华为云账号")
    static let parameters: Set = ["as", "name", "fault", "carry"]
    static let expectations: Set = ["refused", "page", "notification"]

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        guard let page = play.page, let ticket = SelfPostingForm(in: page.text)?.field("ticket") else {
            throw StepFailure("The binding page is not open", "绑定页面未打开")
        }
        let origin = play.stage.simulation.loginOrigin
        let kind = step["as"] == "existing" ? "existing" : "new"
        let name = step["name"] ?? play.customer.accountName
        if let fault = step["fault"] { play.browser.extraHeaders = [(Faults.headerName, fault)] }
        defer { play.browser.extraHeaders = [] }
        let answer = try await play.submit(
            [("ticket", ticket), ("domain_name", name)],
            to: "\(origin)/authui/binding/\(kind)",
            from: origin
        )
        if let text = step.expected["page"] { return try Expect.page(answer, holds: text) }
        guard answer.status < 400 else {
            throw StepFailure(answer, wanted: Bilingual("the account bound", "绑定成功"))
        }
        play.browser.extraHeaders = []
        return [StepFact("account", "账号", name)] + (try await carry(answer, step, &play))
    }

    // The page holds a form that posts the notification; a browser without script presses its button.
    private static func carry(_ page: WebExchange, _ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        let form = SelfPostingForm(in: page.text)
        let wanted = try Expect.choice("notification", of: ["taken", "none"], step)
        guard step["carry"] != "false", let form, form.field("bindRequest") != nil else {
            guard wanted != "taken" else {
                throw StepFailure(page, wanted: Bilingual("a notification in the browser", "由浏览器转发的通知"))
            }
            return [StepFact("notification", "通知", "-")]
        }
        guard wanted != "none" else {
            throw StepFailure(page, wanted: Bilingual("no notification in the browser", "浏览器不转发通知"))
        }
        let answer = try await play.submit(form.fields, to: form.action, from: play.stage.simulation.loginOrigin)
        if step.expected["refused"] != nil { return try Expect.refused(answer, step, play) }
        guard answer.status < 400 else {
            throw StepFailure(answer, wanted: Bilingual("the notification taken", "受理通知"))
        }
        return [StepFact("notification", "通知", "\(form.action.prefix { $0 != "?" }) → \(answer.status)")]
    }
}
