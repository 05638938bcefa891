/// Plays scenarios side by side, and those that change what others rest on one by one, after the rest.
public struct ScenarioRunner: Sendable {
    private let stage: ScenarioStage
    private let width: Int
    private let firstNumber: Int

    /// Makes a runner.
    /// - Parameters:
    ///   - stage: what is played on.
    ///   - width: how many are played at once.
    ///   - firstNumber: the first customer's number; another one than in any run before, so that customers are new.
    public init(_ stage: ScenarioStage, width: Int, firstNumber: Int) {
        self.stage = stage
        self.width = width
        self.firstNumber = firstNumber
    }

    /// The scenarios as they are begun: those that need nobody beside them come last.
    public static func order(_ scenarios: [Scenario]) -> [Scenario] {
        scenarios.filter { !$0.isAlone } + scenarios.filter(\.isAlone)
    }

    /// Plays them.
    /// - Parameters:
    ///   - scenarios: what to play.
    ///   - progress: is told of each scenario when it is done.
    /// - Returns: the reports in the scenarios' order.
    public func run(
        _ scenarios: [Scenario],
        progress: @escaping @Sendable (ScenarioReport) async -> Void
    ) async -> [ScenarioReport] {
        let players = Self.order(scenarios).enumerated().map { index, scenario in
            ScenarioPlayer(scenario: scenario, number: firstNumber + index, stage: stage)
        }
        // One customer cannot be in two places.
        let isShared = stage.customer != nil
        var reports: [String: ScenarioReport] = [:]
        await withTaskGroup(of: ScenarioReport.self) { group in
            var running = 0
            for player in players where !player.scenario.isAlone {
                if running == (isShared ? 1 : width), let report = await group.next() {
                    running -= 1
                    reports[report.scenario.id] = report
                    await progress(report)
                }
                group.addTask { await player.run() }
                running += 1
            }
            for await report in group {
                reports[report.scenario.id] = report
                await progress(report)
            }
        }
        for player in players where player.scenario.isAlone {
            let report = await player.run()
            reports[report.scenario.id] = report
            await progress(report)
        }
        return scenarios.compactMap { reports[$0.id] }
    }
}
