public import IdentityProvider
public import Onboarding

/// The ports of the administration API.
public struct Administration: Sendable {
    let whitelists: any WhitelistStore
    let operators: any OperatorStore
    let answers: any KeptAnswerStore
    let archive: any AuditArchive
    let checklist: any ChecklistStore
    let surrounding: @Sendable () async throws -> ChecklistRun.Surrounding
    let seal: ChainSealKey

    /// Collects the ports.
    /// - Parameters:
    ///   - whitelists: the whitelists.
    ///   - operators: who may administer.
    ///   - answers: answers that are given again.
    ///   - archive: both chains.
    ///   - checklist: the runs of the checklist.
    ///   - surrounding: what a run would be taken under now.
    ///   - seal: what checkpoints are sealed with.
    public init(
        whitelists: any WhitelistStore,
        operators: any OperatorStore,
        answers: any KeptAnswerStore,
        archive: any AuditArchive,
        checklist: any ChecklistStore,
        surrounding: @escaping @Sendable () async throws -> ChecklistRun.Surrounding,
        seal: ChainSealKey
    ) {
        self.whitelists = whitelists
        self.operators = operators
        self.answers = answers
        self.archive = archive
        self.checklist = checklist
        self.surrounding = surrounding
        self.seal = seal
    }
}
