import Outbound

/// What a scenario keeps of the BSS from step to step.
struct BSSPlay {
    /// A client of Drawbridge's that goes on running, and its clock.
    struct Running {
        let client: BSSClient
        let clock: ShiftedClock
    }

    /// The last call before the scenario's first.
    var before: Int?
    /// The clients by their names.
    var clients: [String: Running] = [:]
}
