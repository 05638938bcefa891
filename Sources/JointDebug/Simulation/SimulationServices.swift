import HuaweiCloud
public import Hummingbird
public import Logging
import SAML
public import ServiceLifecycle

/// The listeners of a simulation: login host, console host, portal.
public enum SimulationServices: Sendable {
    /// Makes them.
    /// - Parameters:
    ///   - login: the login host with its address.
    ///   - console: the console host with its address.
    ///   - portal: the portal with its address.
    ///   - bss: the BSS with its address.
    ///   - logger: what they log to.
    /// - Returns: services to be run in a group.
    public static func make(
        login: (host: LoginHost, address: BindAddress),
        console: (host: ConsoleHost, address: BindAddress),
        portal: (host: SimulatedPortal, address: BindAddress),
        bss: (host: BSSHost, address: BindAddress),
        logger: Logger
    ) -> [any Service] {
        let routers = [
            (login.host.router, login.address), (console.host.router, console.address),
            (portal.host.router, portal.address), (bss.host.router, bss.address),
        ]
        return routers.map { router, address in
            Application(router: router, configuration: .init(address: address, serverName: nil), logger: logger)
        }
    }

    /// Makes login host and console host, each at the address that the simulation has, and a BSS.
    /// - Parameters:
    ///   - simulation: what they share.
    ///   - bss: the BSS with its origin on this machine; `nil` for none.
    ///   - logger: what they log to.
    ///   - running: is called when the login host listens.
    /// - Returns: services to be run in a group.
    public static func make(
        _ simulation: SimulatedHuaweiCloud,
        bss: (host: BSSHost, origin: String)? = nil,
        logger: Logger,
        running: @escaping @Sendable () -> Void = {}
    ) -> [any Service] {
        let hosts: [any Service] = [
            Application(
                router: LoginHost(simulation).router,
                configuration: .init(address: address(simulation.loginOrigin), serverName: nil),
                onServerRunning: { _ in running() },
                logger: logger
            ),
            Application(
                router: ConsoleHost(simulation).router,
                configuration: .init(address: address(simulation.site.defaultService), serverName: nil),
                logger: logger
            ),
        ]
        guard let bss else { return hosts }
        let configuration = ApplicationConfiguration(address: address(bss.origin), serverName: nil)
        return hosts + [Application(router: bss.host.router, configuration: configuration, logger: logger)]
    }

    // A site of a simulation has loopback origins only, so that no other machine reaches these hosts.
    private static func address(_ url: String) -> BindAddress {
        guard let address = try? WebAddress(url), address.isLoopback else {
            preconditionFailure("\(url) is not on this machine")
        }
        return .hostname(address.host, port: address.port ?? 80)
    }
}
