import Logging
import Outbound
import Server

/// How a portal's JWK Set is fetched.
struct PortalKeyFetch: Hashable, Sendable {
    /// A JWK Set of a hundred keys has 64 KB.
    private static let longest = 256 * 1024
    /// A customer may wait for the first fetch.
    private static let seconds: Int64 = 5

    let url: String
    let algorithm: TokenAlgorithm
    let isPrivate: Bool

    /// Fetches once.
    func fetch() async throws -> [PortalKey] {
        let limits = FetchLimits(bytes: Self.longest, seconds: Self.seconds, allowsPrivateAddresses: isPrivate)
        let bytes = try await GuardedClient(limits).fetch(url)
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.drop(while: \.isWhitespace).first == "{" else {
            throw PortalKeyError("\(url) holds no JWK Set")
        }
        return try await PortalKey.read(text, algorithm: algorithm)
    }

    /// The keys, fetched when they are asked for.
    func keys(of portal: String) -> FetchedPortalKeys {
        FetchedPortalKeys(portal, logger: Logger(label: "drawbridge"), fetch: fetch)
    }
}
