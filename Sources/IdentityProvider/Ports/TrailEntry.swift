public import XMLSecurity

/// One change or one refusal.
///
/// What a message held is left out: the trail cannot be changed, so a customer's data in it could never be removed.
public struct TrailEntry: Hashable, Sendable, Codable {
    /// When.
    public let at: Instant
    /// What it is about.
    public let kind: AuditKind
    /// The reference id that the page and the log show.
    public var reference: String?
    /// The code of a refusal.
    public var code: String?
    /// The class of that code.
    public var refusalClass: String?
    /// The SP that is concerned; of a refused request the one it says it is from.
    public var serviceProvider: String?
    /// The customer's account as a keyed hash.
    public var account: String?
    /// The portal that is concerned.
    public var portal: String?
    /// What was changed: the name of a key, of an SP's file, of a portal.
    public var subject: String?
    /// What was done to it, such as `imported`, or the state that it has now.
    public var action: String?
    /// Who did it.
    public var person: String?
    /// Why it was done.
    public var reason: String?
    /// How many refusals in front of this one were logged and counted only, for there were too many at once.
    public var omitted: Int?

    /// Makes an entry; what is known besides is set afterwards.
    public init(at: Instant, kind: AuditKind) {
        self.at = at
        self.kind = kind
    }

    /// Makes the entry of a change.
    /// - Parameters:
    ///   - kind: the kind of what was changed.
    ///   - subject: its name.
    ///   - action: what was done.
    ///   - at: when.
    ///   - person: who did it.
    ///   - reason: why.
    public init(
        changing kind: AuditKind,
        _ subject: String,
        _ action: String,
        at: Instant,
        by person: String? = nil,
        reason: String? = nil
    ) {
        self.init(at: at, kind: kind)
        self.subject = subject
        self.action = action
        self.person = person
        self.reason = reason
    }
}
