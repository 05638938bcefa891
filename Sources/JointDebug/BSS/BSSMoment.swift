import XMLSecurity

/// What a call meets: the faults that are on, and the time with the clock's fault.
struct BSSMoment: Sendable {
    let faults: Faults
    let now: Instant
}
