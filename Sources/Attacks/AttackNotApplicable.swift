/// The valid message had not the parts that a mutator works on: the attack was not tried, which is a failure.
public struct AttackNotApplicable: Error, Hashable, Sendable {
    /// What was looked for.
    public let reason: String
}
