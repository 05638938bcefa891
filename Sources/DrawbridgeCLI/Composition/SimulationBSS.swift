/// Where the BSS of a simulation is, and where the credentials of its callers are kept.
struct SimulationBSS {
    let directory: String
    let port: Int

    // `localhost` and 127.0.0.2 are the other hosts'.
    var origin: String { "http://127.0.0.1:\(port)" }

    var callers: SimulationCallers { SimulationCallers(directory: directory + "/bss") }
}
