import Onboarding

/// How far our clock may be off: HUAWEI CLOUD tells no tolerance (huawei-cloud.md 10 #46).
enum ClockTolerance {
    /// A clock that is kept by NTP is nearer than this, in milliseconds; beyond it something is not well.
    static let usual: Int64 = 2_000
    /// Beyond a minute every assertion of five minutes is in danger; in milliseconds.
    static let largest: Int64 = 60_000

    /// Judges.
    /// - Parameters:
    ///   - offset: what is to be added to our clock, in milliseconds.
    ///   - error: how much of it the measurement itself may be, in milliseconds.
    /// - Returns: what is thought of it.
    static func judgement(of offset: Int64, giveOrTake error: Int64) -> WorldEvidence.Look.Judgement {
        let certain = Int64(clamping: offset.magnitude) - error
        if certain > largest { return .bad }
        return certain > usual ? .doubtful : .good
    }
}
