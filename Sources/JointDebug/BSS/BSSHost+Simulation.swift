public import Hummingbird

extension BSSHost {
    /// Makes the host of a simulation, which shares accounts, faults, clock and what is written down.
    /// - Parameters:
    ///   - simulation: what it is a part of.
    ///   - partners: who may call.
    public init(_ simulation: SimulatedHuaweiCloud, partners: [BSSPartner]) {
        self.init(
            customers: simulation.customers,
            partners: partners,
            book: simulation.bss,
            isPlatform: { simulation.registrations[$0] != nil },
            faults: { simulation.faults.current },
            report: { await simulation.log.add($0) },
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
