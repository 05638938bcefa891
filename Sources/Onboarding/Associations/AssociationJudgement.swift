/// The association after an event, and what became of the event.
public struct AssociationJudgement: Hashable, Sendable {
    /// The association, as it was unless the outcome is `applied`; `nil` when there is none.
    public let association: Association?
    /// What became of the event.
    public let outcome: AssociationOutcome

    /// Makes a judgement.
    public init(_ association: Association?, _ outcome: AssociationOutcome) {
        self.association = association
        self.outcome = outcome
    }
}

extension AssociationJudgement {
    /// Whether nothing is left to be done: an event that is not settled is kept for an operator.
    public var isSettled: Bool { outcome == .applied || outcome == .duplicate }
}
