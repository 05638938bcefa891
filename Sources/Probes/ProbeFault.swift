import Foundation
import NIOCore

/// Why a probe saw nothing.
public enum ProbeFault: String, Error, CaseIterable, Sendable {
    /// The name means no address.
    case unknownName = "unknown name"
    /// Nobody listens on the port.
    case refused
    /// Nobody answered in time: a firewall that drops, or a server that hangs.
    case timedOut = "timed out"
    /// There is no way to the network or the host.
    case unreachable
    /// It was reached, and spoke something else or broke off.
    case broken = "broken off"

    /// Whether it is the network that is missing: then nobody knows how it stands with the other side.
    ///
    /// A connection that is refused is an answer. One that nobody answers is what a firewall does that lets nothing out,
    /// which the checklist looks for.
    public var isOfNetwork: Bool { self == .unknownName || self == .unreachable }

    /// Tells apart what connecting to a socket may fail with.
    init(_ error: any Error) {
        switch error {
        case let fault as ProbeFault: self = fault
        case ChannelError.connectTimeout: self = .timedOut
        case let error as IOError: self = ProbeFault(errno: error.errnoCode)
        default: self = .broken
        }
    }

    private init(errno: CInt) {
        switch errno {
        case ECONNREFUSED: self = .refused
        case ETIMEDOUT: self = .timedOut
        case EHOSTUNREACH, ENETUNREACH, ENETDOWN, EADDRNOTAVAIL: self = .unreachable
        default: self = .broken
        }
    }
}
