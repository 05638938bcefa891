import JointDebug

extension BSSSide {
    /// A simulated BSS that an installation calls by its own configuration.
    /// - Parameters:
    ///   - origin: its origin.
    ///   - host: the BSS.
    ///   - callers: who may call it.
    ///   - path: the installation's `drawbridge.yaml`.
    init(_ origin: String, _ host: BSSHost, _ callers: SimulationCallers, configuration path: String) {
        self.init(
            origin: origin,
            host: host,
            files: Dictionary(uniqueKeysWithValues: BSSCaller.allCases.map { ($0, callers.path($0)) }),
            endpoint: { try BSSSetting(Workspace(path)).address },
            authentication: { try BSSSetting(Workspace(path)).authentication(file: $0) }
        )
    }
}
