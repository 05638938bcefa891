public import SAML

/// Why the stage may not be changed so, with what to do instead.
public enum StageRefusal: Error, Hashable, Sendable {
    /// The move does not begin in this stage.
    case from(StageMove, Stage)
    /// So many rules stand in the way.
    case blocked(Int)
    /// The second person is missing, or is the first again.
    case secondPerson

    /// One sentence.
    public var message: Bilingual {
        switch self {
        case .from(.goLive, .live): Bilingual("The stage is live already.", "当前已是 live 阶段。")
        case .from(.goLive, _):
            Bilingual(
                "From closed, production is reopened by two persons: drawbridge go-live --reopen",
                "closed 阶段须由两人重新开放：drawbridge go-live --reopen"
            )
        case .from(.back, _): Bilingual("The stage is closed already.", "当前已是 closed 阶段。")
        case .from(.reopen, let stage):
            Bilingual(
                "Only closed is reopened; the stage is \(stage.rawValue).",
                "仅 closed 阶段可重新开放，当前为 \(stage.rawValue)。"
            )
        case .blocked(let count):
            Bilingual(
                "\(count) rules that must hold stand in the way; settle them, or let a person answer for them: drawbridge checklist waive",
                "仍有 \(count) 条必须满足的规则未通过；请逐条解决，或由责任人豁免：drawbridge checklist waive"
            )
        case .secondPerson:
            Bilingual(
                "Reopening needs a second person: --approver-token-file with the token of another approver.",
                "重新开放需要第二人：请用 --approver-token-file 提供另一名批准人的令牌。"
            )
        }
    }
}
