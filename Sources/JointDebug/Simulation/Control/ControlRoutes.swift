import Hummingbird

/// The pages and addresses that steer the simulation.
struct ControlRoutes: Sendable {
    let simulation: SimulatedHuaweiCloud

    func add(to router: Router<BasicRequestContext>) {
        let group = router.group("\(ControlGuard.path)").add(middleware: ControlGuard(simulation: simulation))
        OverviewController(simulation: simulation).add(to: group)
        RegistrationController(simulation: simulation).add(to: group)
        FaultController(simulation: simulation).add(to: group)
        RolloverController(simulation: simulation).add(to: group)
        AccountController(simulation: simulation).add(to: group)
        BSSController(simulation: simulation).add(to: group)
    }
}
