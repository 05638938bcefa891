public import Onboarding
import Outbound
import SAML
public import XMLSecurity

/// Fetches an SP's metadata where it is published, and compares its signing certificates with those imported.
public struct PartnerMetadataProbe: Sendable {
    /// An SP whose metadata is published.
    public struct Published: Sendable {
        /// Its entityID.
        public let entityID: String
        /// Where its metadata is.
        public let url: String
        /// SHA-256 of the signing certificates that were imported, in lower-case hexadecimal.
        public let imported: Set<String>

        /// Describes an SP.
        public init(_ entityID: String, url: String, imported: Set<String>) {
            self.entityID = entityID
            self.url = url
            self.imported = imported
        }
    }

    private let client: GuardedClient
    private let now: @Sendable () -> Instant

    /// Makes a probe.
    /// - Parameters:
    ///   - limits: what it may cost.
    ///   - now: the time, against `validUntil`.
    public init(_ limits: ProbeLimits = ProbeLimits(), now: @escaping @Sendable () -> Instant) {
        client = GuardedClient(limits.fetch)
        self.now = now
    }

    /// Looks.
    /// - Parameter published: whose metadata.
    /// - Returns: what of it goes into `world.sp-certificate`; not looked at when the metadata is not reached.
    public func look(_ published: Published) async -> WorldEvidence.Look {
        let bytes: [UInt8]
        do {
            bytes = try await client.fetch(published.url)
        } catch {
            return .one(nil, published.entityID, SeenAnswer(error).text)
        }
        let document = try? MetadataDocument(bytes, at: now(), policy: .interop)
        let entity = document?.entities.first { $0.entityID == published.entityID }
        guard let served = entity?.spSSODescriptor?.signingCertificates, !served.isEmpty else {
            return .one(false, published.entityID, "its metadata is not at \(published.url)")
        }
        let unknown = served.map(\.fingerprint).filter { !published.imported.contains($0) }
        guard unknown.isEmpty else {
            return .one(false, published.entityID, "not imported: " + unknown.joined(separator: ", "))
        }
        return .one(true, published.entityID, served.map(\.fingerprint).joined(separator: ", "))
    }
}
