import HuaweiCloud
import SAML

/// The customer's HUAWEI CLOUD account stands before the scenario begins.
enum GivenAccount: ScenarioAction {
    static let name = "given-account"
    static let title = Bilingual("The customer has a HUAWEI CLOUD account", "客户已有华为云账号")
    static let parameters: Set = ["bound", "name", "by-api"]
    static let expectations: Set<String> = []

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        let isBound = step["bound"] != "false"
        let name = step["name"] ?? play.customer.accountName
        let customers = play.stage.simulation.customers
        // One customer for all scenarios is bound by the first of them, and must not be where a scenario says so.
        if step["bound"] == "none" {
            _ = await customers.unbind(play.customer.account)
            return [StepFact("bound to", "已绑定到", "-")]
        }
        if isBound, await customers.bound(to: play.customer.account) != nil { return [] }
        let account: SimulatedCustomer
        do {
            account = try await made(name, isBound: isBound, isByAPI: step["by-api"] != "false", play)
        } catch {
            throw StepFailure("The account cannot be made: \(error)", "无法创建账号：\(error)")
        }
        let bond = isBound ? "xAccountId \(play.customer.account)" : "-"
        return [StepFact("account", "账号", account.domainName), StepFact("bound to", "已绑定到", bond)]
    }

    private static func made(
        _ name: String,
        isBound: Bool,
        isByAPI: Bool,
        _ play: Play
    ) async throws(SimulatedCustomers.BindingError) -> SimulatedCustomer {
        let customers = play.stage.simulation.customers
        do {
            return try await customers.create(
                name,
                accountID: isBound ? play.customer.account : nil,
                platformID: isBound ? play.stage.platformID.value : nil,
                mobile: nil,
                email: nil,
                byAPI: isByAPI,
                at: play.stage.now()
            )
        } catch .nameIsTaken where isBound {
            // One customer for all scenarios has an account that an earlier one took the bond from.
            return try await customers.bind(
                name,
                to: play.customer.account,
                platformID: play.stage.platformID.value,
                at: play.stage.now()
            )
        }
    }
}
