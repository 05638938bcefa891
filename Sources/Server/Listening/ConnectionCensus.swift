import Synchronization

/// How many connections are open, in all and by address.
final class ConnectionCensus: Sendable {
    private struct Count {
        var all = 0
        var byAddress: [AddressGroup: Int] = [:]
    }

    private let limits: ListenerLimits
    private let count = Mutex(Count())

    init(_ limits: ListenerLimits) {
        self.limits = limits
    }

    /// How many are open.
    var open: Int { count.withLock { $0.all } }

    /// Lets one in.
    /// - Parameter group: whom it counts for; `nil` for a proxy that speaks for many.
    /// - Returns: whether there was room.
    func enter(_ group: AddressGroup?) -> Bool {
        count.withLock { count in
            guard count.all < limits.connections else { return false }
            if let group {
                let own = count.byAddress[group, default: 0]
                guard own < limits.connectionsPerAddress else { return false }
                count.byAddress[group] = own + 1
            }
            count.all += 1
            return true
        }
    }

    /// One that was let in is gone.
    func leave(_ group: AddressGroup?) {
        count.withLock { count in
            count.all -= 1
            guard let group, let own = count.byAddress[group] else { return }
            // An address that nobody comes from takes no room.
            count.byAddress[group] = own > 1 ? own - 1 : nil
        }
    }
}
