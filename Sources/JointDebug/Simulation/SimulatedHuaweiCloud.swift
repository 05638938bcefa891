public import HuaweiCloud
import SAML
public import XMLSecurity

/// A simulated HUAWEI CLOUD: what its hosts share.
///
/// Its keys carry `O=Drawbridge Simulation`, so that they never pass for real (design 4.10).
public struct SimulatedHuaweiCloud: Sendable {
    /// The organization in every certificate of a simulation.
    public static let organization = "Drawbridge Simulation"

    /// The site that an identity provider is configured for.
    public let site: Site
    /// Our entity id.
    public let entityID: String
    /// Where responses are posted.
    public let assertionConsumerService: String
    /// What signs requests and notifications.
    public let keys: ServiceProviderKeys
    /// The partner platforms.
    public let registrations = Registrations()
    /// The accounts, which the BSS endpoints share.
    public let customers: SimulatedCustomers
    /// The faults that hold for everybody.
    public let faults = FaultSwitch()
    /// What happened.
    public let log = SimulationLog()
    let bss: BSSBook
    let sessions: SimulatedSessions
    let outstanding = OutstandingRequests()
    /// Whose TLS certificates are taken where the server itself tells of an association.
    let trust: ServerTrust?
    let randomness: Randomness
    let clock: @Sendable () -> Instant
    let pause: @Sendable (_ seconds: Int) async throws -> Void

    /// Makes the simulation.
    /// - Parameters:
    ///   - login: the origin of the login host, on this machine.
    ///   - console: the origin of the console host, on this machine.
    ///   - keys: sign requests and notifications.
    ///   - trust: whose TLS certificates are taken where the server itself tells of an association.
    ///   - randomness: makes identifiers.
    ///   - clock: tells the time.
    ///   - pause: waits, for faults that delay.
    public init?(
        login: String,
        console: String,
        keys: ServiceProviderKeys,
        trust: ServerTrust? = nil,
        randomness: Randomness,
        clock: @escaping @Sendable () -> Instant,
        pause: @escaping @Sendable (_ seconds: Int) async throws -> Void = { try await Task.sleep(for: .seconds($0)) }
    ) {
        guard let site = Site.simulation(login: login, console: console), let entityID = site.serviceProvider else {
            return nil
        }
        self.site = site
        self.entityID = entityID
        assertionConsumerService = login + "/authui/saml/SAMLAssertionConsumer"
        self.keys = keys
        self.trust = trust
        self.randomness = randomness
        self.clock = clock
        self.pause = pause
        customers = SimulatedCustomers(randomness: randomness)
        bss = BSSBook(randomness)
        sessions = SimulatedSessions(randomness: randomness)
    }

    /// The origin of the login host.
    public var loginOrigin: String { String(entityID.dropLast()) }

    /// The time as the simulation believes it to be.
    func now(_ faults: Faults) -> Instant {
        clock().adding(seconds: Int64(faults[.clock] ?? 0))
    }

    /// An identifier that nobody guesses.
    func opaqueID() -> String {
        Hexadecimal.encode(randomness.bytes(16))
    }

    /// Uploads IDP metadata.
    /// - Parameters:
    ///   - bytes: the file.
    ///   - fileName: its name.
    ///   - platformID: the platform that it is uploaded for.
    ///   - notification: where associations are reported; what was said before when `nil`.
    /// - Returns: what was found, and what came of it.
    @discardableResult
    public func register(
        _ bytes: [UInt8],
        named fileName: String,
        for platformID: PlatformID,
        notifying notification: NotificationSetting? = nil
    ) async -> MetadataImport {
        let now = clock()
        let upload = MetadataImport(
            bytes,
            named: fileName,
            for: platformID,
            notifying: notification ?? registrations[platformID.value]?.notification ?? .none,
            at: now
        )
        if let registration = upload.registration { registrations.put(registration) }
        var event = SimulationEvent(.registration, at: now)
        event.platformID = platformID.value
        event.findings = upload.findings
        event.refusals = upload.refusals
        event.facts = ["file": fileName, "taken": "\(upload.registration != nil)"]
        if let certificate = upload.registration?.certificate { event.facts["certificate"] = certificate.fingerprint }
        await log.add(event)
        return upload
    }
}
