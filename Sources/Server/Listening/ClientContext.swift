public import Hummingbird
import NIOCore

/// One request with the connection it came by.
public struct ClientContext: RequestContext {
    /// What Hummingbird keeps.
    public var coreContext: CoreRequestContextStorage
    /// The address at the other end of the connection, a browser's or a proxy's; `nil` where there is no socket.
    let peer: String?

    /// Makes the context of a request.
    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress
    }
}
