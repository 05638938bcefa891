public import XMLSecurity

/// Which records are wanted; what is `nil` does not matter.
public struct AuditQuery: Hashable, Sendable {
    /// From then on.
    public var since: Instant?
    /// Until then, not included.
    public var until: Instant?
    /// The keyed hash of an account.
    public var account: String?
    /// The SP's entity id.
    public var serviceProvider: String?
    /// The code of a refusal.
    public var code: String?
    /// The reference id.
    public var reference: String?
    /// The kind.
    public var kind: AuditKind?
    /// The ID of an assertion or a response.
    public var message: String?
    /// How many at most.
    public var limit = 50
    /// How many of the newest are passed over.
    public var offset = 0

    /// Asks for everything.
    public init() {}
}
