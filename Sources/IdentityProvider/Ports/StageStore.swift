public import Onboarding
public import XMLSecurity

/// The stage that this instance runs in, with its history.
public protocol StageStore: Sendable {
    /// The stage now.
    func stage() async throws -> Stage
    /// Changes it.
    /// - Parameters:
    ///   - stage: the new one.
    ///   - now: when.
    ///   - person: who did it.
    ///   - reason: why.
    /// - Throws: when the store fails.
    func change(to stage: Stage, at now: Instant, by person: String, reason: String) async throws
}
