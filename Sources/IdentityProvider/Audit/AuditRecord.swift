public import XMLSecurity

/// One entry of either chain, as a person looks for it.
public struct AuditRecord: Hashable, Sendable {
    /// What the entry is.
    public enum Content: Hashable, Sendable {
        /// Of the ledger.
        case issuance(LedgerEntry)
        /// Of the trail.
        case event(TrailEntry)
    }

    /// Its number in its chain.
    public let sequence: Int64
    /// The entry.
    public let content: Content

    /// Makes a record.
    public init(sequence: Int64, _ content: Content) {
        self.sequence = sequence
        self.content = content
    }

    /// Its chain.
    public var chain: AuditChain {
        if case .issuance = content { return .ledger }
        return .trail
    }

    /// When.
    public var at: Instant {
        switch content {
        case .issuance(let entry): entry.at
        case .event(let entry): entry.at
        }
    }

    /// What it is about.
    public var kind: AuditKind {
        switch content {
        case .issuance(let entry): entry.assertionID == nil ? .answerRefused : .issued
        case .event(let entry): entry.kind
        }
    }

    /// The reference id.
    public var reference: String? {
        switch content {
        case .issuance(let entry): entry.reference
        case .event(let entry): entry.reference
        }
    }

    /// The code of a refusal.
    public var code: String? {
        switch content {
        case .issuance(let entry): entry.assertionID == nil ? entry.decision : nil
        case .event(let entry): entry.code
        }
    }

    /// The SP.
    public var serviceProvider: String? {
        switch content {
        case .issuance(let entry): entry.serviceProvider
        case .event(let entry): entry.serviceProvider
        }
    }

    /// The account as a keyed hash.
    public var account: String? {
        switch content {
        case .issuance(let entry): entry.account
        case .event(let entry): entry.account
        }
    }
}
