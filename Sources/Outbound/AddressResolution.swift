import NIOCore
import NIOPosix

/// What a name means to the system's resolver.
public enum AddressResolution: Sendable {
    /// The name means no IP address.
    public struct UnknownName: Error, Sendable {}

    /// Resolves a name, and takes the address that comes first: the one a connection of ours goes to.
    /// - Parameter host: a name, or an address without brackets.
    /// - Returns: the address.
    /// - Throws: ``UnknownName``.
    public static func address(of host: String) async throws(UnknownName) -> String {
        // getaddrinfo blocks: it runs on a thread of NIO's pool, never on an event loop. The port is not looked at.
        let found = try? await NIOThreadPool.singleton.runIfActive {
            try SocketAddress.makeAddressResolvingHost(host, port: 443)
        }
        guard let address = found?.ipAddress else { throw UnknownName() }
        return address
    }
}
