extension ChecklistRule {
    /// Every rule, in the order in which a partner meets them.
    public static let all: [ChecklistRule] =
        metadata + partnerCenter + loginLink + requests + messages + keys + store + settings + whitelist + world + bss
        + persons + crossings

    /// The rules of a stage: its own and those of the stages before.
    public static func of(_ stage: ChecklistStage) -> [ChecklistRule] { all.filter { $0.stage <= stage } }

    /// The rule of that id.
    public static func named(_ id: String) -> ChecklistRule? { all.first { $0.id == id } }
}
