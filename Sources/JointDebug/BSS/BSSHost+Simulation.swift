public import Hummingbird

extension BSSHost {
    /// Makes the host of a simulation.
    /// - Parameters:
    ///   - simulation: shares accounts, faults and clock.
    ///   - partners: who may call.
    public init(_ simulation: SimulatedHuaweiCloud, partners: [BSSPartner]) {
        self.init(
            customers: simulation.customers,
            partners: partners,
            faults: { simulation.faults.current },
            randomness: simulation.randomness,
            now: simulation.clock
        )
    }

    /// Its routes on a listener of their own, as the real BSS has a host of its own.
    public var router: Router<BasicRequestContext> {
        let router = Router()
        add(to: router)
        return router
    }
}
