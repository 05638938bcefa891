import XMLSecurity

/// What a call meets: the faults that are on, and the time with the clock's fault and without.
struct BSSMoment: Sendable {
    let faults: Faults
    let now: Instant
    /// By the right clock: who is associated when does not depend on what a client is to believe of the time.
    let right: Instant
}
