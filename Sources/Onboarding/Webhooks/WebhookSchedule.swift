/// When a delivery that failed is tried again: soon, then ever more rarely, for two days.
public enum WebhookSchedule: Sendable {
    /// The pauses between attempts, in seconds.
    public static let pauses: [Int64] = [10, 30, 120, 600, 1_800, 3_600, 3 * 3_600, 6 * 3_600, 12 * 3_600, 24 * 3_600]

    /// The pause after that many attempts; `nil` when it is given up.
    public static func pause(after attempts: Int) -> Int64? {
        pauses.indices.contains(attempts - 1) ? pauses[attempts - 1] : nil
    }
}
