import SAML
public import XMLSecurity

/// Judges everybody who is known against a whitelist, before customers are (design section 9).
public struct WhitelistCoverage: Sendable {
    /// How many were judged.
    public let judged: Int
    /// Those who would be refused, in the order in which they were given.
    public let refused: [CoverageFinding]

    /// Judges.
    /// - Parameters:
    ///   - subjects: everybody who is known.
    ///   - snapshot: the whitelist.
    ///   - stage: its stage.
    ///   - now: the time.
    public init(
        of subjects: [CoverageSubject],
        by snapshot: WhitelistSnapshot,
        in stage: Stage,
        at now: Instant
    ) {
        judged = subjects.count
        refused = subjects.compactMap { subject in
            guard let account = subject.account else { return Self.judgeHidden(subject, snapshot, stage, now) }
            let question = Self.question(subject, account, now)
            guard case .refused(let refusal, let entry) = snapshot.decide(question, in: stage) else { return nil }
            return CoverageFinding(subject, refusal, entry: entry)
        }
    }

    private static func question(_ subject: CoverageSubject, _ account: String?, _ now: Instant) -> WhitelistQuestion {
        WhitelistQuestion(
            serviceProvider: subject.serviceProvider,
            assertionConsumerService: subject.assertionConsumerService,
            account: account,
            destination: subject.destination,
            at: now
        )
    }

    // Of an account that only its hash is known of, nobody can say that an entry names it: it is covered only where
    // everybody is, at an SP for all accounts.
    private static func judgeHidden(
        _ subject: CoverageSubject,
        _ snapshot: WhitelistSnapshot,
        _ stage: Stage,
        _ now: Instant
    ) -> CoverageFinding? {
        let question = question(subject, nil, now)
        if case .refused(let refusal, let entry) = snapshot.decide(question, in: stage) {
            return CoverageFinding(subject, refusal, entry: entry)
        }
        guard let id = subject.serviceProvider, !snapshot.isOpen(to: id, at: now) else { return nil }
        let refusal = Refusal(.whitelistAccount, expected: "an account that is known", found: "its hash alone")
        return CoverageFinding(subject, refusal, entry: nil)
    }
}

extension WhitelistSnapshot {
    fileprivate func isOpen(to entityID: String, at now: Instant) -> Bool {
        guard let provider = providers[entityID], provider.provider.accounts == .all else { return false }
        return provider.grant.absence(at: now) == nil
    }
}
