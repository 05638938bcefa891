public import Hummingbird

/// The login host: login link, metadata, ACS, binding pages, logout, and the pages that steer the simulation.
public struct LoginHost: Sendable {
    private let simulation: SimulatedHuaweiCloud

    /// Makes the host.
    public init(_ simulation: SimulatedHuaweiCloud) {
        self.simulation = simulation
    }

    /// Its routes.
    public var router: Router<BasicRequestContext> {
        let router = Router()
        router.add(middleware: FaultMiddleware(simulation))
        router.add(middleware: RefusalMiddleware())
        LoginController(simulation: simulation).add(to: router)
        ConsumerController(simulation: simulation).add(to: router)
        BindingController(simulation: simulation).add(to: router)
        MetadataController(simulation: simulation).add(to: router)
        LogoutController(simulation: simulation).add(to: router)
        ControlRoutes(simulation: simulation).add(to: router)
        return router
    }
}
