public import SAML
public import XMLSecurity

/// What a scenario plays on: an identity provider, a portal that mints tokens, a simulated HUAWEI CLOUD.
public struct ScenarioStage: Sendable {
    /// The identity provider's address.
    public let baseURL: String
    /// The portal's address.
    public let portalURL: String
    /// Who crosses, for people.
    public let customer: String
    /// Their account, for people.
    public let account: String
    let mint: SimulatedPortal.Mint
    let simulation: SimulatedHuaweiCloud
    let language: Language
    let now: @Sendable () -> Instant

    /// Sets the stage.
    public init(
        baseURL: String,
        portalURL: String,
        customer: String,
        account: String,
        mint: @escaping SimulatedPortal.Mint,
        simulation: SimulatedHuaweiCloud,
        language: Language,
        now: @escaping @Sendable () -> Instant
    ) {
        self.baseURL = baseURL
        self.portalURL = portalURL
        self.customer = customer
        self.account = account
        self.mint = mint
        self.simulation = simulation
        self.language = language
        self.now = now
    }
}
