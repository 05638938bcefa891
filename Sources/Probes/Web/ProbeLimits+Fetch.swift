import NIOCore
import Outbound

extension ProbeLimits {
    // An address that is told to operators and to HUAWEI CLOUD redirects nowhere.
    private static let redirects = 0
    private static let nanosecondsOfSecond: Int64 = 1_000_000_000

    /// The same for documents over https; a fetch counts whole seconds.
    /// - Parameters:
    ///   - isPrivate: also to addresses that are not public.
    ///   - allowsPlainLoopback: also by http to this machine, where a simulation listens.
    /// - Returns: the limits.
    func fetch(allowsPrivateAddresses isPrivate: Bool = false, allowsPlainLoopback: Bool = false) -> FetchLimits {
        FetchLimits(
            bytes: Self.longestDocument,
            seconds: max(1, step.nanoseconds / Self.nanosecondsOfSecond),
            redirects: Self.redirects,
            allowsPrivateAddresses: allowsPrivateAddresses || isPrivate,
            allowsPlainLoopback: allowsPlainLoopback,
            authorities: authorities
        )
    }
}
