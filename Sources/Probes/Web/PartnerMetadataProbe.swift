public import Onboarding
import Outbound
import SAML
public import XMLSecurity

/// Fetches an SP's metadata where it is published, and compares its signing certificates with those that are imported and
/// those on the whitelist.
public struct PartnerMetadataProbe: Sendable {
    /// An SP whose metadata is published.
    public struct Published: Sendable {
        /// Its entityID.
        public let entityID: String
        /// Where its metadata is.
        public let url: String
        /// SHA-256 of the signing certificates that were imported, in lower-case hexadecimal.
        public let imported: Set<String>
        /// The same of those on the whitelist; `nil` when the SP is not on it.
        public let listed: Set<String>?
        /// Whether it is a simulation on this machine, which speaks http.
        public let isSimulation: Bool

        /// Describes an SP.
        public init(
            _ entityID: String,
            url: String,
            imported: Set<String>,
            listed: Set<String>? = nil,
            isSimulation: Bool = false
        ) {
            self.entityID = entityID
            self.url = url
            self.imported = imported
            self.listed = listed
            self.isSimulation = isSimulation
        }
    }

    /// What was seen.
    public struct Sight: Sendable {
        /// What of it goes into `world.sp-certificate`.
        public let look: WorldEvidence.Look
        /// SHA-256 of the signing certificates that are served, in order; `nil` when none were seen.
        public let served: [String]?
    }

    private let limits: ProbeLimits
    private let now: @Sendable () -> Instant

    /// Makes a probe.
    /// - Parameters:
    ///   - limits: what it may cost.
    ///   - now: the time, against `validUntil`.
    public init(_ limits: ProbeLimits = ProbeLimits(), now: @escaping @Sendable () -> Instant) {
        self.limits = limits
        self.now = now
    }

    /// Looks.
    /// - Parameter published: whose metadata.
    /// - Returns: what was seen; not looked at when the metadata is not reached.
    public func look(_ published: Published) async -> Sight {
        let own = published.isSimulation
        let client = GuardedClient(limits.fetch(allowsPrivateAddresses: own, allowsPlainLoopback: own))
        let bytes: [UInt8]
        do {
            bytes = try await client.fetch(published.url)
        } catch {
            return Sight(look: .one(nil, published.entityID, SeenAnswer(error).text), served: nil)
        }
        let document = try? MetadataDocument(bytes, at: now(), policy: .interop)
        let entity = document?.entities.first { $0.entityID == published.entityID }
        guard let served = entity?.spSSODescriptor?.signingCertificates.map(\.fingerprint), !served.isEmpty else {
            let look = WorldEvidence.Look.one(false, published.entityID, "its metadata is not at \(published.url)")
            return Sight(look: look, served: nil)
        }
        return Sight(look: Self.compare(Set(served), with: published), served: Set(served).sorted())
    }

    // Sets are equal: what is left over was trusted for something that is gone.
    private static func compare(_ served: Set<String>, with published: Published) -> WorldEvidence.Look {
        let known = [("imported", published.imported)] + (published.listed.map { [("on the whitelist", $0)] } ?? [])
        let facts = known.flatMap { place, known in
            served.subtracting(known).sorted().map { ChecklistFact(published.entityID, "not \(place): \($0)") }
                + known.subtracting(served).sorted().map {
                    ChecklistFact(published.entityID, "\(place), and no longer served: \($0)")
                }
        }
        guard facts.isEmpty else { return WorldEvidence.Look(.bad, facts: facts) }
        return .one(true, published.entityID, served.sorted().joined(separator: ", "))
    }
}
