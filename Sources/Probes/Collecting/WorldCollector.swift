public import Onboarding
import SAML
public import XMLSecurity

/// Looks at everything that the checklist asks of the world; whatever fails becomes a look that says why.
public struct WorldCollector: Sendable {
    /// Enough that one silent host does not hold up the others; few enough that no firewall takes it for a scan.
    public static let concurrentProbes = 4
    private static let usualHTTPSPort = 443

    typealias Seen = [String: WorldEvidence.Look]
    typealias Job = @Sendable () async -> Seen

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

    /// Looks at everything, a few at a time.
    /// - Parameter targets: what is to be looked at.
    /// - Returns: one look for each rule.
    public func collect(_ targets: WorldTargets) async -> WorldEvidence {
        var parts: [String: [WorldEvidence.Look]] = [:]
        for seen in await Self.run(jobs(targets)) {
            for (rule, look) in seen { parts[rule, default: []].append(look) }
        }
        return WorldEvidence(parts.mapValues(WorldEvidence.Look.all))
    }

    /// Runs all of them, and gives what they saw in their order.
    static func run(_ jobs: [Job]) async -> [Seen] {
        await withTaskGroup(of: (Int, Seen).self) { group in
            var waiting = jobs.enumerated().makeIterator()
            func start(_ group: inout TaskGroup<(Int, Seen)>) {
                guard let (index, job) = waiting.next() else { return }
                group.addTask { (index, await job()) }
            }
            for _ in 0..<concurrentProbes { start(&group) }
            var seen = [Seen](repeating: [:], count: jobs.count)
            while let (index, result) = await group.next() {
                seen[index] = result
                start(&group)
            }
            return seen
        }
    }

    private func jobs(_ targets: WorldTargets) -> [Job] {
        [clock(targets.timeServer)] + gateways(targets.gateways) + base(targets) + portals(targets.portals)
            + partners(targets.partners)
    }

    private func clock(_ server: WorldTargets.TimeServer?) -> Job {
        guard let server else { return Self.nothing("world.clock", nil, "time server", "none is configured") }
        let probe = ClockProbe(limits, now: now)
        return {
            do throws(ClockFault) {
                return ["world.clock": try await probe.read(server.host, port: server.port).look]
            } catch {
                return ["world.clock": .one(nil, server.host, error.reason)]
            }
        }
    }

    private func gateways(_ gateways: [GatewayAddress]) -> [Job] {
        guard !gateways.isEmpty else {
            return [Self.nothing("world.gateways", nil, "gateways", "none is on the whitelist")]
        }
        let probe = TLSProbe(limits)
        return gateways.map { gateway in
            {
                do throws(ProbeFault) {
                    let sight = try await probe.look(gateway.host, port: gateway.port)
                    return ["world.gateways": sight.gatewayLook(gateway.text)]
                } catch {
                    return ["world.gateways": .one(false, gateway.text, error.rawValue)]
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
        let look: Job = { await probe.look(base).looks(base: base, metadataHash: targets.metadataHash) }
        return [look, certificate(address.host, address.port ?? Self.usualHTTPSPort)]
    }

    private func certificate(_ host: String, _ port: Int) -> Job {
        let probe = TLSProbe(limits)
        let now = now
        return {
            do throws(ProbeFault) {
                return ["world.tls-certificate": try await probe.look(host, port: port).certificateLook(at: now())]
            } catch {
                return ["world.tls-certificate": .one(nil, host, error.rawValue)]
            }
        }
    }

    private func portals(_ portals: [PortalKeysProbe.Portal]) -> [Job] {
        guard !portals.isEmpty else {
            return [Self.nothing("world.portal-keys", true, "portals", "none publishes its keys at an address")]
        }
        let probe = PortalKeysProbe(limits)
        return portals.map { portal in { ["world.portal-keys": await probe.look(portal)] } }
    }

    private func partners(_ partners: [PartnerMetadataProbe.Published]) -> [Job] {
        guard !partners.isEmpty else {
            return [Self.nothing("world.sp-certificate", nil, "metadata", "no address of an SP's metadata is known")]
        }
        let probe = PartnerMetadataProbe(limits, now: now)
        return partners.map { partner in { ["world.sp-certificate": await probe.look(partner)] } }
    }

    private static func nothing(_ rule: String, _ isGood: Bool?, _ name: String, _ value: String) -> Job {
        { [rule: .one(isGood, name, value)] }
    }
}
