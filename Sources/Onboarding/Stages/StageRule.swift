/// Judges whether the stage may change (design section 10).
public enum StageRule: Sendable {
    /// Where a move leads.
    /// - Parameters:
    ///   - move: the move.
    ///   - stage: where it begins.
    ///   - run: the run of the live checklist that was made for it; only going live asks for one.
    ///   - author: who does it.
    ///   - approver: who agrees; only reopening asks for one.
    /// - Returns: the next stage.
    /// - Throws: ``StageRefusal``.
    public static func judge(
        _ move: StageMove,
        from stage: Stage,
        run: ChecklistRun?,
        by author: Operator,
        approvedBy approver: Operator?
    ) throws(StageRefusal) -> Stage {
        switch (move, stage) {
        case (.goLive, .jointDebug):
            guard let run, run.stage == .live, run.isWhole else { throw .blocked(ChecklistRule.all.count) }
            guard run.blocking.isEmpty else { throw .blocked(run.blocking.count) }
            return .live
        case (.back, .live), (.back, .jointDebug):
            return .closed
        case (.reopen, .closed):
            guard let approver, !approver.isSame(as: author.name) else { throw .secondPerson }
            return .live
        case (.goLive, _), (.back, _), (.reopen, _):
            throw .from(move, stage)
        }
    }
}
