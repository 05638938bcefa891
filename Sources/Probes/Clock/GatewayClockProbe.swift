public import Onboarding
import Outbound
public import XMLSecurity

/// Compares our clock with the time that a gateway writes into its answers.
public struct GatewayClockProbe: Sendable {
    /// The field holds whole seconds, of which we take the middle, in milliseconds.
    private static let half: Int64 = 500

    private let client: GuardedClient
    private let now: @Sendable () -> Instant

    /// Makes a probe.
    /// - Parameters:
    ///   - limits: what it may cost; a gateway that two persons listed may have an address that is not public.
    ///   - now: our clock, the one that is judged.
    public init(_ limits: ProbeLimits = ProbeLimits(), now: @escaping @Sendable () -> Instant) {
        client = GuardedClient(limits.fetch(allowsPrivateAddresses: true))
        self.now = now
    }

    /// Looks.
    /// - Parameter gateway: the gateway.
    /// - Returns: what of it goes into `world.gateway-clock`; not looked at without an answer that has a time.
    public func look(_ gateway: GatewayAddress) async -> WorldEvidence.Look {
        let asked = now()
        do throws(FetchError) {
            let head = try await client.head(of: "https://\(gateway.text)/")
            guard let date = head.date.flatMap(HTTPDate.instant) else {
                return .one(nil, gateway.text, "its answer has no time")
            }
            return Self.look(gateway.text, date, between: asked, and: now())
        } catch {
            return .one(nil, gateway.text, SeenAnswer(error).text)
        }
    }

    static func look(
        _ gateway: String,
        _ date: Instant,
        between asked: Instant,
        and heard: Instant
    ) -> WorldEvidence.Look {
        let delay = heard.milliseconds - asked.milliseconds
        let offset = date.milliseconds + half - (asked.milliseconds + delay / 2)
        let error = half + delay / 2
        return WorldEvidence.Look(
            ClockTolerance.judgement(of: offset, giveOrTake: error),
            facts: [ChecklistFact(gateway, "offset \(offset) ms, give or take \(error) ms")]
        )
    }
}
