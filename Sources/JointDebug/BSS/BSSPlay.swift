import Outbound

/// What a scenario keeps of the BSS from step to step.
struct BSSPlay {
    /// A client of Drawbridge's that goes on running, and its clock.
    struct Running {
        let client: BSSClient
        let clock: ShiftedClock
    }

    private var before: Int?
    /// The clients by their names.
    var clients: [String: Running] = [:]

    /// The number of the last call before the scenario's first.
    mutating func began(at host: BSSHost) async -> Int {
        if let before { return before }
        let last = await host.beginScenario()
        before = last
        return last
    }
}
