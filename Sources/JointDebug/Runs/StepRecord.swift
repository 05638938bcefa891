import SAML

/// A step in a run's file.
public struct StepRecord: Codable, Sendable {
    /// What was done.
    public let title: ScenarioRecord.Words
    /// The action's name.
    public let action: String
    /// What was seen.
    public let facts: [Fact]
    /// Why it failed.
    public let failure: Failure?
    /// How often it was tried.
    public let attempts: Int
    /// How long it took, in milliseconds.
    public let milliseconds: Int64
    /// Which exchanges of the scenario's trace belong to it, the first and the one after the last.
    public let exchanges: [Int]

    /// One thing seen.
    public struct Fact: Codable, Sendable {
        /// Its name.
        public let name: ScenarioRecord.Words
        /// Its value.
        public let value: String
    }

    /// Why a step failed.
    public struct Failure: Codable, Sendable {
        /// One sentence.
        public let sentence: ScenarioRecord.Words
        /// The code of the refusal.
        public let code: String?
        /// What to do.
        public let hint: ScenarioRecord.Words?
        /// The message in full.
        public let message: String?
    }

    init(_ step: StepReport) {
        title = ScenarioRecord.Words(step.title)
        action = step.action
        facts = step.facts.map { Fact(name: ScenarioRecord.Words($0.name), value: Redaction.text($0.value)) }
        failure = step.failure.map { failure in
            Failure(
                sentence: ScenarioRecord.Words(failure.sentence),
                code: failure.code,
                hint: failure.hint.map { ScenarioRecord.Words($0) },
                message: failure.message.map(Redaction.text)
            )
        }
        attempts = step.attempts
        milliseconds = step.milliseconds
        exchanges = [step.exchanges.lowerBound, step.exchanges.upperBound]
    }
}
