import NIOCore
import NIOPosix
import Synchronization

/// Finds ports of this machine that nobody listens on.
public enum FreePorts: Sendable {
    // Below those that Linux gives to connections going out (ip_local_port_range): one of these could be taken by any of them
    // between being found and being listened on, which is minutes in tests and days for addresses that are kept.
    private static let range = 10_240..<32_768
    // Every process begins elsewhere, and gives no port twice before it gave all.
    private static let next = Mutex(Int.random(in: range))

    /// None is left.
    public struct Exhausted: Error, CustomStringConvertible {
        /// What to do.
        public let description = "no port of this machine from 10240 to 32767 is free: end what listens there"
    }

    /// That many ports, no two the same.
    /// - Throws: `Exhausted`.
    public static func find(_ count: Int) async throws -> [Int] {
        var ports: [Int] = []
        for _ in range where ports.count < count {
            let port = next.withLock { next in
                next = next + 1 < range.upperBound ? next + 1 : range.lowerBound
                return next
            }
            if await isFree(port) { ports.append(port) }
        }
        guard ports.count == count else { throw Exhausted() }
        return ports
    }

    /// Whether nobody listens on a port.
    public static func isFree(_ port: Int) async -> Bool {
        // Connections of a listener that is gone keep its port for a minute; another listener may have it all the same.
        let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        guard let channel = try? await bootstrap.bind(host: "0.0.0.0", port: port).get() else { return false }
        try? await channel.close()
        return true
    }
}
