public import Onboarding
import Outbound

/// Fetches the keys that a portal publishes, and looks at the weakest.
public struct PortalKeysProbe: Sendable {
    /// A portal that publishes its keys at an address.
    public struct Portal: Sendable {
        /// Its name.
        public let name: String
        /// Where its JWK Set is.
        public let url: String
        /// Whether it may have an address that is not public.
        public let isPrivate: Bool
        /// Throws when the service could not read the keys as the portal is configured.
        public let requireReadable: @Sendable ([UInt8]) async throws -> Void

        /// Describes a portal.
        public init(
            _ name: String,
            url: String,
            isPrivate: Bool = false,
            requireReadable: @escaping @Sendable ([UInt8]) async throws -> Void
        ) {
            self.name = name
            self.url = url
            self.isPrivate = isPrivate
            self.requireReadable = requireReadable
        }
    }

    private let limits: ProbeLimits

    /// Makes a probe.
    public init(_ limits: ProbeLimits = ProbeLimits()) {
        self.limits = limits
    }

    /// Looks.
    /// - Parameter portal: whose keys.
    /// - Returns: what of it goes into `world.portal-keys`; not looked at when no way leads there from here.
    public func look(_ portal: Portal) async -> WorldEvidence.Look {
        let client = GuardedClient(limits.fetch(allowsPrivateAddresses: portal.isPrivate))
        let bytes: [UInt8]
        do throws(FetchError) {
            bytes = try await client.fetch(portal.url)
        } catch {
            let isMissing = await MissingWay(limits: limits).explains(error, of: portal.url)
            return .one(isMissing ? nil : false, portal.name, SeenAnswer(error).text)
        }
        do {
            try await portal.requireReadable(bytes)
        } catch {
            return .one(false, portal.name, "not a JWK Set that fits the portal's algorithm")
        }
        guard let weakest = try? PublishedKeys(bytes).weakest else { return .one(false, portal.name, "no keys") }
        return .one(weakest.isStrong, portal.name, weakest.name)
    }
}
