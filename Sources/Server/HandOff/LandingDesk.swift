import HuaweiCloud
import IdentityProvider
import Onboarding
import SAML
import XMLSecurity

/// Makes the login link that a customer is sent on with.
struct LandingDesk: Sendable {
    private let services: Services
    private let huawei: HuaweiPreset
    private let platformID: PlatformID

    init(_ services: Services) throws(Refusal) {
        guard let huawei = services.identityProvider.settings.huawei, let platformID = huawei.platformID else {
            throw Refusal(.sessionNotConfigured, expected: "huawei.platform_id")
        }
        self.services = services
        self.huawei = huawei
        self.platformID = platformID
    }

    /// The link of a customer whose first login was judged; account and destination must be listed.
    ///
    /// Which SP the link will lead to is not known yet: the account is judged again when its request comes.
    func link(for customer: Customer, to asked: ServiceURL?, at now: Instant) throws -> String {
        let service = try asked ?? ServiceURL(huawei.site.defaultService, at: huawei.site)
        let question = WhitelistQuestion(account: customer.xAccountID, destination: service.value, at: now)
        if let refusal = services.admission.current.refusal(question) { throw refusal }
        guard let isFirstLogin = customer.firstLogin else {
            throw Refusal(.sessionFirstLoginUnknown, xpath: "first_login")
        }
        return LoginLink(site: huawei.site, platformID: platformID, isFirstLogin: isFirstLogin, service: service).url
    }
}
