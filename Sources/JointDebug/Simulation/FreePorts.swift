import NIOCore
import NIOPosix

/// Finds ports of this machine that nobody listens on.
public enum FreePorts: Sendable {
    /// That many ports; all are held at once while they are looked for, so that no two are the same.
    public static func find(_ count: Int) async throws -> [Int] {
        var channels: [any Channel] = []
        for _ in 0..<count {
            let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            channels.append(try await bootstrap.bind(host: "0.0.0.0", port: 0).get())
        }
        let ports = channels.compactMap { $0.localAddress?.port }
        for channel in channels { try await channel.close() }
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
