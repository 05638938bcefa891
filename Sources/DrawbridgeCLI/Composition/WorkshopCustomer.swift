import IdentityProvider
import Server
import XMLSecurity

/// The customer of a workshop, and the tokens that the portal makes for him.
struct WorkshopCustomer: Sendable {
    static let name = "张伟"
    static let account = "acct-zhangwei-001"
    static let accountName = "zhangwei"

    private let mint: TokenMint
    private let audience: String
    let clock: Clock

    init(mint: TokenMint, audience: String, clock: Clock) {
        self.mint = mint
        self.audience = audience
        self.clock = clock
    }

    @Sendable func token(_ request: String?) async throws -> String {
        let now = clock.now.milliseconds / 1000
        return try mint.token(
            TokenMint.Claims(
                iss: JointDebugWorkshop.portalName,
                aud: audience,
                iat: now,
                exp: now + 60,
                jti: OpaqueID(from: .openSSL).text,
                sub: "user-zhangwei",
                x_account_id: Self.account,
                request: request,
                service: nil,
                account_name: Self.accountName,
                email: "zhang.wei@example.cn",
                mobile: "13800138000",
                first_login: false
            )
        )
    }
}
