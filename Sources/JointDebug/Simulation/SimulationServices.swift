public import Hummingbird
public import Logging
public import ServiceLifecycle

/// The listeners of a simulation: login host, console host, portal.
public enum SimulationServices: Sendable {
    /// Makes them.
    /// - Parameters:
    ///   - login: the login host with its address.
    ///   - console: the console host with its address.
    ///   - portal: the portal with its address.
    ///   - logger: what they log to.
    /// - Returns: services to be run in a group.
    public static func make(
        login: (host: LoginHost, address: BindAddress),
        console: (host: ConsoleHost, address: BindAddress),
        portal: (host: SimulatedPortal, address: BindAddress),
        logger: Logger
    ) -> [any Service] {
        let routers = [
            (login.host.router, login.address), (console.host.router, console.address),
            (portal.host.router, portal.address),
        ]
        return routers.map { router, address in
            Application(router: router, configuration: .init(address: address, serverName: nil), logger: logger)
        }
    }
}
