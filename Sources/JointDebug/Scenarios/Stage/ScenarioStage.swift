public import HuaweiCloud
public import SAML
public import XMLSecurity

/// What scenarios play on: an identity provider, a simulated HUAWEI CLOUD, a clock.
public struct ScenarioStage: Sendable {
    /// The identity provider under test; its metadata is what was uploaded to the simulation.
    public let identityProvider: IdentityProviderSide
    /// The other side.
    public let simulation: SimulatedHuaweiCloud
    /// The platform that the metadata was uploaded for.
    public let platformID: PlatformID
    /// Where the BSS is; `nil` where there is none.
    public let bss: BSSSide?
    /// Where scenarios may put files.
    public let folder: String
    /// A customer to use in place of new ones; identity providers with users of their own need it.
    public let customer: ScenarioCustomer?
    let language: Language
    let trust: ServerTrust?
    let randomness: Randomness
    let now: @Sendable () -> Instant
    /// A key that no metadata names.
    let strangerKey: SigningKey

    /// Sets the stage.
    /// - Parameters:
    ///   - identityProvider: the identity provider under test.
    ///   - simulation: the other side, with the identity provider's metadata uploaded.
    ///   - platformID: the platform that it was uploaded for.
    ///   - bss: where the BSS is.
    ///   - folder: where scenarios may put files.
    ///   - customer: a customer to use in place of new ones.
    ///   - strangerKey: a key that no metadata names.
    ///   - language: what browsers ask for.
    ///   - trust: whose TLS certificates browsers take.
    ///   - randomness: makes identifiers.
    ///   - now: tells the time.
    public init(
        identityProvider: IdentityProviderSide,
        simulation: SimulatedHuaweiCloud,
        platformID: PlatformID,
        bss: BSSSide? = nil,
        folder: String,
        customer: ScenarioCustomer? = nil,
        strangerKey: SigningKey,
        language: Language,
        trust: ServerTrust? = nil,
        randomness: Randomness,
        now: @escaping @Sendable () -> Instant
    ) {
        self.identityProvider = identityProvider
        self.simulation = simulation
        self.platformID = platformID
        self.bss = bss
        self.folder = folder
        self.customer = customer
        self.strangerKey = strangerKey
        self.language = language
        self.trust = trust
        self.randomness = randomness
        self.now = now
    }

    func newBrowser() -> Browser {
        Browser(language: language, trust: trust)
    }

    /// The identity provider as the simulation knows it.
    func registration() throws(StepFailure) -> Registration {
        guard let registration = simulation.registrations[platformID.value] else {
            throw StepFailure("No metadata is uploaded for \(platformID.value)", "尚未为 \(platformID.value) 上传元数据")
        }
        return registration
    }

    /// What of a scenario's needs is not there.
    func missing(for scenario: Scenario) -> ScenarioNeed? {
        scenario.needs.first { need in
            switch need {
            case .handOff: !identityProvider.login.canHandOver
            case .signIn: !identityProvider.login.canSignIn
            case .commands: identityProvider.commands == nil
            case .notification: identityProvider.notification == nil
            case .metadata: identityProvider.metadataURL == nil
            case .bss: bss == nil
            case .logout: simulation.registrations[platformID.value]?.singleLogoutService == nil
            }
        }
    }
}
