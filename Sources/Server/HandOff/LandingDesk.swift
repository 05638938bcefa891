import HuaweiCloud
import IdentityProvider
import SAML

/// Makes the login link that a customer is sent on with.
struct LandingDesk: Sendable {
    private let huawei: HuaweiPreset
    private let platformID: PlatformID

    init(_ settings: Settings) throws(Refusal) {
        guard let huawei = settings.huawei, let platformID = huawei.platformID else {
            throw Refusal(.sessionNotConfigured, expected: "huawei.platform_id")
        }
        self.huawei = huawei
        self.platformID = platformID
    }

    /// The link of a customer whose first login was judged.
    func link(for customer: Customer, to service: ServiceURL?) throws -> String {
        guard let isFirstLogin = customer.firstLogin else {
            throw Refusal(.sessionFirstLoginUnknown, xpath: "first_login")
        }
        let link = LoginLink(
            site: huawei.site,
            platformID: platformID,
            isFirstLogin: isFirstLogin,
            service: try service ?? ServiceURL(huawei.site.defaultService, at: huawei.site)
        )
        return link.url
    }
}
