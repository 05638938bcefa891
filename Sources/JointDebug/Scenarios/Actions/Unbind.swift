import SAML

/// The bond is taken away at HUAWEI CLOUD, and the partner is told.
enum Unbind: ScenarioAction {
    static let name = "unbind"
    static let title = Bilingual("HUAWEI CLOUD takes the association away", "华为云解除关联")
    static let parameters: Set = ["fault", "carry"]
    static let expectations: Set = ["refused"]

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        let origin = play.stage.simulation.loginOrigin
        if let fault = step["fault"] { play.browser.extraHeaders = [(Faults.headerName, fault)] }
        defer { play.browser.extraHeaders = [] }
        let page = try await play.submit(
            [("xAccountId", play.customer.account), ("xUserId", play.customer.user)],
            to: origin + "/simulation/unbind",
            from: origin
        )
        guard page.status < 400 else {
            throw StepFailure(page, wanted: Bilingual("the association gone", "关联已解除"))
        }
        play.browser.extraHeaders = []
        let form = SelfPostingForm(in: page.text)
        guard step["carry"] != "false", let form, form.field("bindRequest") != nil else {
            return [StepFact("notification", "通知", "-")]
        }
        let answer = try await play.submit(form.fields, to: form.action, from: origin)
        if step.expected["refused"] != nil { return try Expect.refused(answer, step, play) }
        guard answer.status < 400 else {
            throw StepFailure(answer, wanted: Bilingual("the notification taken", "受理通知"))
        }
        return [StepFact("notification", "通知", String(answer.status))]
    }
}
