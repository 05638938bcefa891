import HuaweiCloud
import SAML

/// The customer's HUAWEI CLOUD account stands before the scenario begins.
enum GivenAccount: ScenarioAction {
    static let name = "given-account"
    static let title = Bilingual("The customer has a HUAWEI CLOUD account", "客户已有华为云账号")
    static let parameters: Set = ["bound", "name", "by-api"]
    static let expectations: Set<String> = []

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        let (isBound, isByAPI) = (step["bound"] != "false", step["by-api"] != "false")
        let name = step["name"] ?? play.customer.accountName
        let customers = play.stage.simulation.customers
        // One customer for all scenarios is bound by the first of them, and must not be where a scenario says so.
        if step["bound"] == "none" {
            _ = await customers.unbind(play.customer.account)
            return [StepFact("bound to", "已绑定到", "-")]
        }
        if isBound, await customers.bound(to: play.customer.account) != nil { return [] }
        do {
            let account = try await customers.create(
                name,
                accountID: isBound ? play.customer.account : nil,
                platformID: isBound ? play.stage.platformID.value : nil,
                mobile: nil,
                email: nil,
                byAPI: isByAPI,
                at: play.stage.now()
            )
            let bond = isBound ? "xAccountId \(play.customer.account)" : "-"
            return [StepFact("account", "账号", account.domainName), StepFact("bound to", "已绑定到", bond)]
        } catch {
            throw StepFailure("The account cannot be made: \(error)", "无法创建账号：\(error)")
        }
    }
}
