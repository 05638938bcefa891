public import Onboarding
import SAML
public import XMLSecurity

/// Looks at everything that the checklist asks of the world; whatever fails becomes a look that says why.
public struct WorldCollector: Sendable {
    /// Enough that one silent host does not hold up the others; few enough that no firewall takes it for a scan.
    public static let concurrentProbes = 4
    private static let usualHTTPSPort = 443

    /// A look at one address, for the rules that are judged on it.
    struct Job: Sendable {
        let rules: Set<String>
        let look: @Sendable () async -> Seen

        init(_ rules: Set<String>, look: @escaping @Sendable () async -> Seen) {
            self.rules = rules
            self.look = look
        }
    }

    private let limits: ProbeLimits
    private let now: @Sendable () -> Instant

    /// Makes a collector.
    /// - Parameters:
    ///   - limits: what one look may cost.
    ///   - now: our clock.
    public init(_ limits: ProbeLimits = ProbeLimits(), now: @escaping @Sendable () -> Instant) {
        self.limits = limits
        self.now = now
    }

    /// Looks, a few at a time.
    /// - Parameters:
    ///   - targets: what there is to be looked at.
    ///   - isWanted: whether a rule is to be judged; nobody is called for those that are not.
    /// - Returns: one look for each rule that is wanted.
    public func collect(
        _ targets: WorldTargets,
        for isWanted: (_ rule: String) -> Bool = { _ in true }
    ) async -> WorldEvidence {
        var parts: [String: [WorldEvidence.Look]] = [:]
        var served: [String: [String]] = [:]
        for seen in await Self.run(jobs(targets).filter { $0.rules.contains(where: isWanted) }) {
            for (rule, look) in seen.looks { parts[rule, default: []].append(look) }
            served.merge(seen.served) { $1 }
        }
        var looks = parts.mapValues(WorldEvidence.Look.all)
        // Clocks of one operator go alike: the gateways that tell no time take nothing from the others.
        looks[Self.gatewayClock] = parts[Self.gatewayClock].map(WorldEvidence.Look.told)
        return WorldEvidence(looks, served: served)
    }

    private static let gatewayClock = "world.gateway-clock"

    /// Runs all of them, and gives what they saw in their order.
    static func run(_ jobs: [Job]) async -> [Seen] {
        await withTaskGroup(of: (Int, Seen).self) { group in
            var waiting = jobs.enumerated().makeIterator()
            func start(_ group: inout TaskGroup<(Int, Seen)>) {
                guard let (index, job) = waiting.next() else { return }
                group.addTask { (index, await job.look()) }
            }
            for _ in 0..<concurrentProbes { start(&group) }
            var seen = [Seen](repeating: Seen(), count: jobs.count)
            while let (index, result) = await group.next() {
                seen[index] = result
                start(&group)
            }
            return seen
        }
    }

    private func jobs(_ targets: WorldTargets) -> [Job] {
        [clock(targets.timeServer)] + gateways(targets.gateways) + base(targets)
            + returnAddresses(targets.returnAddresses) + portals(targets.portals) + partners(targets.partners)
    }

    private func clock(_ server: WorldTargets.TimeServer?) -> Job {
        guard let server else { return Self.nothing("world.clock", nil, "time server", "none is configured") }
        let probe = ClockProbe(limits, now: now)
        return Job(["world.clock"]) {
            do throws(ClockFault) {
                return .one("world.clock", try await probe.read(server.host, port: server.port).look)
            } catch {
                return .one("world.clock", .one(nil, server.host, error.reason))
            }
        }
    }

    private func gateways(_ gateways: [GatewayAddress]) -> [Job] {
        guard !gateways.isEmpty else {
            return ["world.gateways", Self.gatewayClock].map {
                Self.nothing($0, nil, "gateways", "none is on the whitelist")
            }
        }
        let now = self.now
        let (probe, clock) = (TLSProbe(limits), GatewayClockProbe(limits, now: now))
        return gateways.map { gateway in
            Job(["world.gateways", Self.gatewayClock]) {
                do throws(ProbeFault) {
                    let sight = try await probe.look(gateway.host, port: gateway.port)
                    let time = await clock.look(gateway)
                    let look = sight.gatewayLook(gateway.text, at: now())
                    return Seen(looks: ["world.gateways": look, Self.gatewayClock: time])
                } catch {
                    let look = WorldEvidence.Look.one(error.isOfNetwork ? nil : false, gateway.text, error.rawValue)
                    let time = WorldEvidence.Look.one(nil, gateway.text, error.rawValue)
                    return Seen(looks: ["world.gateways": look, Self.gatewayClock: time])
                }
            }
        }
    }

    private func base(_ targets: WorldTargets) -> [Job] {
        guard let base = targets.base, let address = try? WebAddress(base) else {
            return ["world.public-base", "world.notification", "world.tls-certificate"].map {
                Self.nothing($0, nil, "base", "no address is configured")
            }
        }
        let probe = PublicBaseProbe(limits, now: now)
        let look = Job(["world.public-base", "world.notification"]) {
            Seen(looks: await probe.look(base).looks(base: base, metadataHash: targets.metadataHash))
        }
        return [look, certificate(address.host, address.port ?? Self.usualHTTPSPort)]
    }

    private func certificate(_ host: String, _ port: Int) -> Job {
        let probe = TLSProbe(limits)
        let now = now
        return Job(["world.tls-certificate"]) {
            do throws(ProbeFault) {
                let sight = try await probe.look(host, port: port)
                return .one("world.tls-certificate", sight.certificateLook(at: now()))
            } catch {
                return .one("world.tls-certificate", .one(nil, host, error.rawValue))
            }
        }
    }

    private func returnAddresses(_ addresses: [String]) -> [Job] {
        guard !addresses.isEmpty else {
            return [Self.nothing("world.return-addresses", true, "return addresses", "none is set")]
        }
        let probe = ReturnAddressProbe(limits)
        return addresses.map { address in
            Job(["world.return-addresses"]) { .one("world.return-addresses", await probe.look(address)) }
        }
    }

    private func portals(_ portals: [PortalKeysProbe.Portal]) -> [Job] {
        guard !portals.isEmpty else {
            return [Self.nothing("world.portal-keys", true, "portals", "none publishes its keys at an address")]
        }
        let probe = PortalKeysProbe(limits)
        return portals.map { portal in
            Job(["world.portal-keys"]) { .one("world.portal-keys", await probe.look(portal)) }
        }
    }

    private func partners(_ partners: [PartnerMetadataProbe.Published]) -> [Job] {
        guard !partners.isEmpty else {
            return [Self.nothing("world.sp-certificate", nil, "metadata", "no address of an SP's metadata is known")]
        }
        let probe = PartnerMetadataProbe(limits, now: now)
        return partners.map { partner in
            Job(["world.sp-certificate", "whitelist.certificates"]) {
                let sight = await probe.look(partner)
                let served = sight.served.map { [partner.entityID: $0] } ?? [:]
                return Seen(looks: ["world.sp-certificate": sight.look], served: served)
            }
        }
    }

    private static func nothing(_ rule: String, _ isGood: Bool?, _ name: String, _ value: String) -> Job {
        Job([rule]) { .one(rule, .one(isGood, name, value)) }
    }
}
