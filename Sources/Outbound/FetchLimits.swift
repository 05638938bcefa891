/// What one fetch may cost and reach.
public struct FetchLimits: Sendable {
    /// Octets of the answer.
    public let bytes: Int
    /// Seconds for all of it.
    public let seconds: Int64
    /// Redirects that are followed, each judged as the first address is.
    public let redirects: Int
    /// Whether addresses that are not public may be reached.
    public let allowsPrivateAddresses: Bool
    /// Whether http is taken to this machine itself, where a simulation listens.
    public let allowsPlainLoopback: Bool
    /// A file with the certificates of authorities to trust instead of the system's.
    public let authorities: String?

    /// Makes limits; the usual ones fit the metadata of a federation.
    public init(
        bytes: Int = 16 * 1024 * 1024,
        seconds: Int64 = 30,
        redirects: Int = 3,
        allowsPrivateAddresses: Bool = false,
        allowsPlainLoopback: Bool = false,
        authorities: String? = nil
    ) {
        self.bytes = bytes
        self.seconds = seconds
        self.redirects = redirects
        self.allowsPrivateAddresses = allowsPrivateAddresses
        self.allowsPlainLoopback = allowsPlainLoopback
        self.authorities = authorities
    }
}
