import Foundation
public import XMLSecurity

/// The one clock of a service (design 4.6); tests set it.
public struct Clock: Sendable {
    private let read: @Sendable () -> Instant

    /// Makes a clock of a function.
    public init(_ read: @escaping @Sendable () -> Instant) {
        self.read = read
    }

    /// The time.
    public var now: Instant { read() }

    /// The machine's clock.
    public static let system = Clock {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }
}
