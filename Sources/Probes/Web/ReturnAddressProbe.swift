public import Onboarding
import Outbound

/// Opens a page of the portal that HUAWEI CLOUD sends customers to, as a browser without a session does.
public struct ReturnAddressProbe: Sendable {
    // A page may ask to sign in, or for what only a real return brings; one that is gone or broken does not.
    private static let gone: Set = [404, 410]
    private static let firstServerError = 500

    private let client: GuardedClient
    private let way: MissingWay

    /// Makes a probe.
    public init(_ limits: ProbeLimits = ProbeLimits()) {
        client = GuardedClient(limits.fetch())
        way = MissingWay(limits: limits)
    }

    /// Looks.
    /// - Parameter url: the address.
    /// - Returns: what of it goes into `world.return-addresses`; not looked at when no way leads there from here.
    public func look(_ url: String) async -> WorldEvidence.Look {
        do throws(FetchError) {
            let status = try await client.head(of: url).status
            return .one(!Self.gone.contains(status) && status < Self.firstServerError, url, "\(status)")
        } catch {
            let seen = SeenAnswer(error)
            let saysNothing = seen.saysNothing ? true : await way.explains(error, of: url)
            return .one(saysNothing ? nil : false, url, seen.text)
        }
    }
}
