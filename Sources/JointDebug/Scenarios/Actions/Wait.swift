import SAML

/// Time passes, for what the identity provider takes up in its own time.
enum Wait: ScenarioAction {
    static let name = "wait"
    static let title = Bilingual("Time passes", "等待")
    static let parameters: Set = ["seconds"]
    static let expectations: Set<String> = []

    /// More is no scenario.
    private static let most: Int64 = 60

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        guard let seconds = step.number("seconds"), (1...most).contains(seconds) else {
            throw StepFailure("seconds is 1 to \(most)", "seconds 的取值为 1 到 \(most)")
        }
        try await Task.sleep(for: .seconds(seconds))
        return [StepFact("seconds", "秒", String(seconds))]
    }
}
