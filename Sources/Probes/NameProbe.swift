import NIOCore
import NIOPosix
import Outbound

/// Asks the system's resolver what a name means.
public struct NameProbe: Sendable {
    private let limits: ProbeLimits

    /// Makes a probe.
    public init(_ limits: ProbeLimits = ProbeLimits()) {
        self.limits = limits
    }

    /// The address that connections of ours go to.
    /// - Parameter host: a name, or an address; one of IPv6 may have brackets.
    /// - Returns: the address.
    /// - Throws: ``ProbeFault``.
    public func address(of host: String) async throws(ProbeFault) -> String {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let promise = loop.makeTimedPromise(of: String.self, in: limits.step)
        let plain = host.filter { $0 != "[" && $0 != "]" }
        // getaddrinfo cannot be called off: past the limit its answer falls on a promise that nobody waits for.
        promise.completeWithTask {
            do {
                return try await AddressResolution.address(of: plain)
            } catch {
                throw ProbeFault.unknownName
            }
        }
        do {
            return try await promise.futureResult.get()
        } catch {
            throw ProbeFault(error)
        }
    }
}
