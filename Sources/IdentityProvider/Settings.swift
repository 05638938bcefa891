public import HuaweiCloud

/// What this identity provider is and how long things last.
///
/// All times in seconds.
public struct Settings: Sendable {
    /// Our entity id.
    public let entityID: String
    /// Where AuthnRequests arrive, as published; never derived from a header.
    public let singleSignOnURL: String
    /// Where logout messages arrive, as published.
    public let singleLogoutURL: String
    /// How far a peer's clock may differ.
    public let skew: Int64
    /// The partner's HUAWEI CLOUD preset; `nil` for a plain identity provider.
    public let huawei: HuaweiPreset?
    /// The accounts of the test directory that may cross to an SP which is not on this machine (design 4.10).
    public let testAccounts: Set<String>
    /// How long an AuthnRequest may be on its way, beyond the skew.
    public let requestLifetime: Int64
    /// How long an assertion may be delivered (saml-profiles 4.1.4.2; five minutes as public code sends to HUAWEI CLOUD).
    public let assertionLifetime: Int64
    /// How far before its making an assertion becomes valid: the SP's tolerance is not documented.
    public let notBeforeMargin: Int64
    /// How long the SP may keep its session.
    public let serviceProviderSession: Int64

    /// Makes settings.
    public init(
        entityID: String,
        singleSignOnURL: String,
        singleLogoutURL: String,
        skew: Int64 = 180,
        huawei: HuaweiPreset? = nil,
        testAccounts: Set<String> = [],
        requestLifetime: Int64 = 300,
        assertionLifetime: Int64 = 300,
        notBeforeMargin: Int64 = 60,
        serviceProviderSession: Int64 = 8 * 3600
    ) {
        self.entityID = entityID
        self.singleSignOnURL = singleSignOnURL
        self.singleLogoutURL = singleLogoutURL
        self.skew = skew
        self.huawei = huawei
        self.testAccounts = testAccounts
        self.requestLifetime = requestLifetime
        self.assertionLifetime = assertionLifetime
        self.notBeforeMargin = notBeforeMargin
        self.serviceProviderSession = serviceProviderSession
    }
}
