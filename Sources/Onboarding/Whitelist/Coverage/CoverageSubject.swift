public import XMLSecurity

/// Somebody who crossed, or is bound to cross, and whom a whitelist must not forget.
public struct CoverageSubject: Hashable, Sendable {
    /// Where it is known from.
    public enum Source: String, CaseIterable, Sendable {
        /// The account is bound to an account of HUAWEI CLOUD, or will be.
        case association
        /// An assertion was issued for it.
        case signOn = "sign-on"
    }

    /// The account; `nil` when only its hash is known.
    public let account: String?
    /// The account's keyed hash, as the ledger has it.
    public let hash: String
    /// The SP that it crosses to; `nil` when any may be meant.
    public let serviceProvider: String?
    /// Where that SP usually wants its Responses.
    public let assertionConsumerService: String?
    /// Where a link leads that names nothing else.
    public let destination: String?
    /// Where it is known from.
    public let source: Source
    /// When it was seen last.
    public let last: Instant

    /// Describes a subject.
    public init(
        account: String?,
        hash: String,
        serviceProvider: String?,
        assertionConsumerService: String? = nil,
        destination: String? = nil,
        source: Source,
        last: Instant
    ) {
        self.account = account
        self.hash = hash
        self.serviceProvider = serviceProvider
        self.assertionConsumerService = assertionConsumerService
        self.destination = destination
        self.source = source
        self.last = last
    }
}
