import HuaweiCloud
import IdentityProvider
import Onboarding
import SAML
import TestSupport
import XMLSecurity

/// One identity provider with one SP and one customer, at a fixed time.
struct Fixture {
    static let now = Instant(seconds: 1_795_000_000)
    static let address = "https://idp.partner.example/saml/sso"

    let identityProvider: IdentityProvider
    let serviceProvider: FakeServiceProvider

    init(
        serviceProvider: FakeServiceProvider? = nil,
        _ own: ServiceProviderSettings = .huaweiCloud
    ) throws {
        let serviceProvider = try serviceProvider ?? FakeServiceProvider()
        self.serviceProvider = serviceProvider
        let certificate = try TestPKI.certificate(for: TestPKI.rsa2048, commonName: "idp")
        identityProvider = IdentityProvider(
            settings: Settings(
                entityID: "https://idp.partner.example/metadata",
                singleSignOnURL: Self.address,
                singleLogoutURL: Self.address + "/logout",
                huawei: HuaweiPreset(
                    site: .china,
                    platformID: PlatformID("partner_IDP"),
                    partnerID: PartnerID("0123456789abcdef0123456789abcdef"),
                    optionalAttributes: .always
                )
            ),
            federation: Federation([
                ServiceProvider(
                    entityID: serviceProvider.entityID,
                    descriptor: serviceProvider.descriptor,
                    settings: own
                )
            ]),
            signingKey: try SigningKey(privateKey: TestPKI.rsa2048, certificate: certificate),
            randomness: .openSSL
        )
    }

    static func session(at now: Instant = now, _ customer: Customer = customer()) -> Session {
        Session(customer: customer, authnInstant: now, createdAt: now, expiresAt: now.adding(seconds: 300))
    }

    static func customer(accountName: String = "zhangwei", account: String = "account-1") -> Customer {
        Customer(
            portal: "mall",
            xUserID: "user-1",
            xAccountID: account,
            accountName: accountName,
            email: "zhang.wei@example.cn",
            mobile: "13800138000",
            firstLogin: true
        )
    }

    func request() -> AuthnRequest { serviceProvider.request(to: Self.address, at: Self.now) }
}
