import JointDebug

/// The customers of the portal's page, who cross by hand: one whose account is bound, and one who comes for the first time.
struct WorkshopCustomer: Sendable {
    let name: String
    let customer: ScenarioCustomer
    let portal: WorkshopPortal

    static func bound(_ portal: WorkshopPortal) -> WorkshopCustomer {
        WorkshopCustomer(
            name: "张伟 zhangwei",
            customer: ScenarioCustomer(
                user: "user-zhangwei",
                account: "acct-zhangwei-001",
                accountName: "zhangwei",
                email: "zhang.wei@example.cn",
                mobile: "13800138000"
            ),
            portal: portal
        )
    }

    static func new(_ portal: WorkshopPortal) -> WorkshopCustomer {
        WorkshopCustomer(
            name: "李娜 lina (首次登录 first login)",
            customer: ScenarioCustomer(
                user: "user-lina",
                account: "acct-lina-001",
                accountName: "lina-account",
                email: "li.na@example.cn",
                mobile: "13900139000"
            ),
            portal: portal
        )
    }

    @Sendable func token(_ request: String?) async throws -> String {
        var claims = CustomerHandOff(customer)
        claims.request = request
        return try await portal.token(claims)
    }
}
