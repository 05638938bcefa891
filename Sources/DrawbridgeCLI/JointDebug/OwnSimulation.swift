import JointDebug
import SAML
import Server
import XMLSecurity

/// A simulated HUAWEI CLOUD of this process, with keys that are kept.
enum OwnSimulation {
    /// Makes it.
    static func make(
        directory: String,
        loginPort: Int,
        consolePort: Int,
        trust: ServerTrust? = nil
    ) throws -> SimulatedHuaweiCloud {
        let clock = Clock.system
        let keys = ServiceProviderKeys(current: try SimulationKeyFiles(directory: directory, clock: clock).load()) {
            try SimulationKey.make(.bits4096, at: clock.now)
        }
        guard
            let simulation = SimulatedHuaweiCloud(
                login: "http://localhost:\(loginPort)",
                console: "http://127.0.0.2:\(consolePort)",
                keys: keys,
                trust: trust,
                randomness: .openSSL,
                clock: { clock.now }
            )
        else { throw CommandFailure(.fault, "The simulation's addresses are not its own.", "模拟环境的地址不正确。") }
        return simulation
    }
}
