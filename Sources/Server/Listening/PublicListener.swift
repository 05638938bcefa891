public import Hummingbird
import HummingbirdCore

/// The listener that browsers and peers reach.
public enum PublicListener: Sendable {
    /// How many connections wait to be accepted in a burst.
    private static let backlog = 1024

    /// Makes the listener.
    /// - Parameters:
    ///   - services: what the routes need.
    ///   - host: the address to bind to.
    ///   - port: its port.
    /// - Returns: a service.
    public static func make(
        _ services: Services,
        host: String,
        port: Int
    ) -> Application<RouterResponder<ClientContext>> {
        let server = HTTPServerBuilder { responder in
            PublicChannel(responder, services.census, services.proxies) { services.current.now.certificate }
        }
        return Application(
            responder: Routes.publicRouter(services).buildResponder(),
            server: server,
            configuration: .init(address: .hostname(host, port: port), serverName: nil, backlog: backlog),
            logger: services.logger
        )
    }
}
