import JointDebug
import ServiceLifecycle

/// A stage with what must run for it, and where its runs are kept.
struct JointDebugSetup {
    let stage: ScenarioStage
    let services: [any Service]
    /// Addresses that answer when everything runs.
    let probes: [String]
    /// Runs are kept in `joint-debug/runs` of it.
    let directory: String
    /// `drawbridge.yaml` of the Drawbridge that is played against, when it is on this machine.
    let configuration: String?
    /// What to open by hand: a name and an address.
    let links: [(name: String, address: String)]
}
