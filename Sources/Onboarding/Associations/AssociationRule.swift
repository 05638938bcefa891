public import XMLSecurity

/// The transitions of an association (design section 7).
public enum AssociationRule: Sendable {
    /// Judges an event.
    /// - Parameters:
    ///   - event: what is said.
    ///   - account: of whom.
    ///   - present: what is known of the account.
    ///   - time: when it was said; a notification that is judged again keeps the time at which it came.
    /// - Returns: the association afterwards; the present one itself unless the outcome is `applied`.
    public static func judge(
        _ event: AssociationEvent,
        of account: String,
        present: Association?,
        at time: Instant
    ) -> AssociationJudgement {
        switch event {
        case .firstLogin:
            guard present == nil || present?.state == .unknown else { return AssociationJudgement(present, .duplicate) }
            return applied(account, .pending, .portal, nil, time)
        case .bind(let cloudAccount, let isFirstLoginOpen):
            return bind(cloudAccount, isFirstLoginOpen, account, present, time)
        case .unbind(let cloudAccount):
            return AssociationJudgement(present, unbind(cloudAccount, present))
        case .stated(let state, let cloudAccount, let source):
            return stated(state, cloudAccount, source, account, present, time)
        }
    }

    // The message passes through the customer's browser without time or nonce. A first login that is open is the one
    // proof that it belongs to now.
    private static func bind(
        _ cloudAccount: CloudAccount,
        _ isFirstLoginOpen: Bool,
        _ account: String,
        _ present: Association?,
        _ time: Instant
    ) -> AssociationJudgement {
        if present?.state == .bound, present?.cloudAccount?.id == cloudAccount.id {
            return AssociationJudgement(present, .duplicate)
        }
        // What was settled after the message came is newer than the message.
        let isSettledSince = present.map { $0.state != .pending && $0.since > time } ?? false
        guard isFirstLoginOpen, !isSettledSince else { return AssociationJudgement(present, .unconfirmed) }
        return applied(account, .bound, .notification, cloudAccount, time)
    }

    private static func unbind(_ cloudAccount: CloudAccount, _ present: Association?) -> AssociationOutcome {
        guard let present, present.state == .bound || present.state == .unbound else { return .suspicious }
        if let known = present.cloudAccount, known.id != cloudAccount.id { return .suspicious }
        return present.state == .unbound ? .duplicate : .unconfirmed
    }

    private static func stated(
        _ state: AssociationState,
        _ cloudAccount: CloudAccount?,
        _ source: AssociationSource,
        _ account: String,
        _ present: Association?,
        _ time: Instant
    ) -> AssociationJudgement {
        let cloudAccount = known(cloudAccount, state, present)
        if let present, present.state == state, present.cloudAccount == cloudAccount {
            return AssociationJudgement(present, .duplicate)
        }
        return applied(account, state, source, cloudAccount, time)
    }

    // Who says "bound" or "unbound" without naming the account means the one that is known.
    private static func known(
        _ cloudAccount: CloudAccount?,
        _ state: AssociationState,
        _ present: Association?
    ) -> CloudAccount? {
        switch state {
        case .bound, .unbound: cloudAccount ?? present?.cloudAccount
        case .unknown, .pending: nil
        }
    }

    private static func applied(
        _ account: String,
        _ state: AssociationState,
        _ source: AssociationSource,
        _ cloudAccount: CloudAccount?,
        _ time: Instant
    ) -> AssociationJudgement {
        let association = Association(
            account: account,
            state: state,
            source: source,
            cloudAccount: cloudAccount,
            since: time
        )
        return AssociationJudgement(association, .applied)
    }
}
