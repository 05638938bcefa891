public import NIOCore

/// What one look at the world may cost.
public struct ProbeLimits: Sendable {
    /// A gateway that needs longer than this loses customers' requests; an operator waits for all looks at once.
    public static let usualSeconds: Int64 = 5
    /// Metadata and JWK Sets are some kilobytes; more than this is another document.
    public static let longestDocument = 1024 * 1024

    /// How long one step may take: a resolution, a connection, a handshake, an exchange.
    public let step: TimeAmount
    /// Whether addresses that are not public may be fetched from.
    public let allowsPrivateAddresses: Bool
    /// A file with the certificates of authorities to trust instead of the system's.
    public let authorities: String?

    /// Makes limits; the usual ones fit a checklist.
    public init(
        step: TimeAmount = .seconds(usualSeconds),
        allowsPrivateAddresses: Bool = false,
        authorities: String? = nil
    ) {
        self.step = step
        self.allowsPrivateAddresses = allowsPrivateAddresses
        self.authorities = authorities
    }
}
