public import XMLSecurity

/// Who may administer, each change judged and written in one transaction with its line in the trail.
public protocol OperatorStore: Sendable {
    /// Makes a change that makes a token, or revokes one.
    /// - Parameters:
    ///   - change: the change.
    ///   - digest: what is kept of the token, when the change makes one.
    ///   - now: the time.
    /// - Returns: the operator as it is afterwards.
    /// - Throws: ``OperatorRefusal``, or when the store fails.
    func make(_ change: OperatorChange, token digest: [UInt8]?, at now: Instant) async throws -> Operator

    /// All that were ever made, by number.
    func operators() async throws -> [Operator]

    /// Whom a token stands for, whether it holds or not; `nil` when it was never made here.
    func `operator`(holding digest: [UInt8]) async throws -> Operator?
}

extension OperatorStore {
    /// Proves a token.
    /// - Parameters:
    ///   - token: the token.
    ///   - right: what it must allow; `nil` when it only has to hold.
    ///   - now: the time.
    /// - Returns: whom it stands for.
    /// - Throws: ``OperatorRefusal``, or when the store fails.
    public func prove(_ token: OperatorToken?, for right: OperatorRight?, at now: Instant) async throws -> Operator {
        guard let token else { throw OperatorRefusal(.missing, "") }
        guard let found = try await `operator`(holding: token.digest) else { throw OperatorRefusal(.stranger, "") }
        try OperatorRule.require(found, right, at: now)
        return found
    }
}
