import JointDebug

/// Runs this program's own commands on an installation, as an operator would in a shell.
struct OwnCommands: Sendable {
    /// The installation's `drawbridge.yaml`.
    let configuration: String

    @Sendable func run(_ arguments: [String]) async throws -> (status: Int32, output: String) {
        try await ChildProcess.run("/proc/self/exe", arguments + ["--config", configuration, "--lang", "en"])
    }
}
