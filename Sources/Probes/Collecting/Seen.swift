import Onboarding

/// What one job saw.
struct Seen: Sendable {
    var looks: [String: WorldEvidence.Look] = [:]
    /// The certificates that SPs serve, by entity id.
    var served: [String: [String]] = [:]

    static func one(_ rule: String, _ look: WorldEvidence.Look) -> Seen { Seen(looks: [rule: look]) }
}
