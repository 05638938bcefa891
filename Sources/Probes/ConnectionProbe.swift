import NIOCore
import NIOPosix

/// Connects by TCP, sends nothing, and closes.
struct ConnectionProbe: Sendable {
    let limits: ProbeLimits

    /// Connects to an address.
    /// - Throws: ``ProbeFault`` when there is no connection.
    func connect(_ address: String, port: Int) async throws(ProbeFault) {
        do {
            let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connectTimeout(limits.step)
                .connect(to: SocketAddress(ipAddress: address, port: port)).get()
            try? await channel.close().get()
        } catch {
            throw ProbeFault(error)
        }
    }
}
