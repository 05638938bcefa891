import JointDebug

/// The customer of the portal's page, who crosses by hand.
struct WorkshopCustomer: Sendable {
    static let name = "张伟"

    let portal: WorkshopPortal

    @Sendable func token(_ request: String?) async throws -> String {
        var claims = CustomerHandOff(
            ScenarioCustomer(
                user: "user-zhangwei",
                account: "acct-zhangwei-001",
                accountName: "zhangwei",
                email: "zhang.wei@example.cn",
                mobile: "13800138000"
            )
        )
        claims.request = request
        return try await portal.token(claims)
    }
}
