public import XMLSecurity

/// Where the keys of a portal come from.
public protocol PortalKeySource: Sendable {
    /// The keys that hold now; never slower than one fetch.
    func keys(at now: Instant) async -> [PortalKey]
    /// The keys after another look, because a token names one that nobody has.
    func keysLookedUpAgain(at now: Instant) async -> [PortalKey]
}

/// Keys out of a file, which do not change while the service runs.
public struct FixedPortalKeys: PortalKeySource {
    private let keys: [PortalKey]

    /// Takes the keys.
    public init(_ keys: [PortalKey]) {
        self.keys = keys
    }

    /// The keys.
    public func keys(at now: Instant) -> [PortalKey] { keys }

    /// The keys: there is nowhere else to look.
    public func keysLookedUpAgain(at now: Instant) -> [PortalKey] { keys }
}
