import NIOCore
import SAML
import XMLSecurity

/// Plays one scenario, step by step.
struct ScenarioPlayer: Sendable {
    /// Between two looks at what takes its time.
    private static let pause = Duration.milliseconds(100)

    let scenario: Scenario
    let number: Int
    let stage: ScenarioStage

    func run() async -> ScenarioReport {
        let began = (stage.now(), NIODeadline.now())
        let missing = stage.missing(for: scenario)
        var play = Play(number: number, on: stage)
        var steps: [StepReport] = []
        for step in missing == nil ? scenario.steps : [] {
            let report = await perform(step, &play)
            steps.append(report)
            guard report.holds else { break }
        }
        return ScenarioReport(
            scenario: scenario,
            missing: missing,
            steps: steps,
            trace: play.trace,
            findings: play.findings,
            began: began.0,
            milliseconds: Self.milliseconds(since: began.1)
        )
    }

    // A step that may take its time is done again until it holds; each time is counted.
    private func perform(_ step: ScenarioStep, _ play: inout Play) async -> StepReport {
        let began = NIODeadline.now()
        let deadline = began + .seconds(Int64(step.within))
        let first = play.trace.count
        var attempts = 0
        while true {
            attempts += 1
            play.seen = []
            let outcome = await attempt(step, &play)
            if case .failure = outcome, NIODeadline.now() < deadline {
                try? await Task.sleep(for: Self.pause)
                continue
            }
            let (facts, failure): ([StepFact], StepFailure?) =
                switch outcome {
                case .success(let facts): (facts, nil)
                case .failure(let failure): (play.seen, failure)
                }
            return StepReport(
                title: step.title,
                action: step.action.name,
                facts: facts,
                failure: failure,
                attempts: attempts,
                exchanges: first..<play.trace.count,
                milliseconds: Self.milliseconds(since: began)
            )
        }
    }

    private func attempt(_ step: ScenarioStep, _ play: inout Play) async -> Result<[StepFact], StepFailure> {
        do {
            let input = StepInput(step, names: play.names)
            let facts = try await step.action.perform(input, &play)
            play.seen = facts
            return input.unasked.map { .failure($0) } ?? .success(facts)
        } catch let failure as StepFailure {
            return .failure(failure)
        } catch let refusal as Refusal {
            return .failure(StepFailure(refusal, in: []))
        } catch {
            return .failure(StepFailure("\(error)", "\(error)"))
        }
    }

    private static func milliseconds(since began: NIODeadline) -> Int64 {
        (NIODeadline.now() - began).nanoseconds / 1_000_000
    }
}
