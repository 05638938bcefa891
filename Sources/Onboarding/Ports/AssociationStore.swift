public import HuaweiCloud
public import XMLSecurity

/// What is known of associations; every event is read, judged and written in one transaction.
public protocol AssociationStore: Sendable {
    /// The association of an account, `nil` when nothing was ever said of it.
    func association(_ account: String) async throws -> Association?
    /// Associations by account, those after one of them.
    func associations(after account: String, limit: Int) async throws -> [Association]
    /// Accounts that are known, by an association or by a hand-off, in order, those after one of them.
    func knownAccounts(after account: String, limit: Int) async throws -> [String]
    /// The changes of an account, oldest first.
    func history(_ account: String) async throws -> [AssociationChange]
    /// The hand-offs recorded of an account.
    func handOffs(account: String) async throws -> [RecordedHandOff]
    /// The hand-offs recorded of a user.
    func handOffs(user: String) async throws -> [RecordedHandOff]

    /// Records a hand-off.
    /// - Parameters:
    ///   - handOff: portal, user and account.
    ///   - isFirstLogin: whether it begins a first login, during which a bind is taken.
    ///   - now: the time.
    /// - Throws: when the store fails.
    func record(_ handOff: RecordedHandOff, isFirstLogin: Bool, at now: Instant) async throws

    /// Judges a notification that verified.
    /// - Parameters:
    ///   - message: what it says.
    ///   - received: when it came.
    ///   - now: the time, later than `received` when it is judged again.
    ///   - dryRun: judges, and writes nothing.
    /// - Returns: the judgement; its association is `nil` for one that is not attributed.
    /// - Throws: when the store fails.
    func take(
        _ message: AssociationMessage,
        received: Instant,
        at now: Instant,
        dryRun: Bool
    ) async throws -> AssociationJudgement

    /// Writes down what a person, a file or an API says, all of it or nothing.
    /// - Parameters:
    ///   - stated: what is said.
    ///   - source: who says it.
    ///   - person: the person, when there is one.
    ///   - reason: why.
    ///   - now: the time.
    ///   - dryRun: judges, and writes nothing.
    /// - Returns: a judgement for each, in their order.
    /// - Throws: when the store fails.
    func state(
        _ stated: [StatedAssociation],
        by source: AssociationSource,
        person: String?,
        reason: String?,
        at now: Instant,
        dryRun: Bool
    ) async throws -> [AssociationJudgement]
}
