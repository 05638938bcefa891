public import SAML
public import XMLSecurity

/// How one SP is answered; what is not said is as most SPs take it.
public struct ServiceProviderSettings: Hashable, Sendable {
    /// What is said of a customer.
    public enum AttributeProfile: String, Sendable {
        /// The attribute contract of HUAWEI CLOUD.
        case huaweiCloud = "huawei-cloud"
        /// The same facts under plain names, for any other SP.
        case plain
        /// The facts that ``ServiceProviderSettings/mapping`` names.
        case mapped
    }

    /// What is said of a customer.
    public var attributes = AttributeProfile.plain
    /// Which facts are sent under which names, when ``attributes`` is `mapped`.
    public var mapping: [AttributeMapping] = []
    /// Which elements of a response are signed.
    public var signing = Response.Signing.assertion
    /// The signature method; `nil` for the usual one of our key.
    public var algorithm: SignatureAlgorithm?
    /// Whether the assertion is encrypted; then it is never sent in clear.
    public var isEncrypted = false
    /// Which name the customer has there.
    public var nameID = NameIDSource.transient
    /// How long an assertion may be delivered, in seconds; `nil` for the usual time.
    public var assertionLifetime: Int64?
    /// How long the SP may keep its session, in seconds; `nil` for the usual time.
    public var session: Int64?
    /// How far the SP's clock may differ, in seconds; `nil` for the usual skew.
    public var skew: Int64?
    /// Whether a hand-off may lead there without a request of the SP (saml-profiles 4.1.5).
    public var isIdPInitiated = false
    /// The class that every sign-in is stated as; `nil` for what the portal says.
    public var authnContextClass: String?

    /// Nothing special.
    public init() {}

    /// Plain facts, as any SP takes them.
    public static let plain = ServiceProviderSettings()

    /// What HUAWEI CLOUD documents (huawei-cloud.md 3); no file changes it.
    public static let huaweiCloud: ServiceProviderSettings = {
        var settings = ServiceProviderSettings()
        settings.attributes = .huaweiCloud
        return settings
    }()
}
