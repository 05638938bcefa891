import IdentityProvider

/// Who and what a refusal is about, as far as it was known when it happened.
struct RefusalSubject: Sendable {
    let kind: AuditKind
    let serviceProvider: String?
    let portal: String?
    /// The account itself; only its keyed hash is written down.
    let account: String?

    init(_ kind: AuditKind, serviceProvider: String? = nil, portal: String? = nil, account: String? = nil) {
        self.kind = kind
        self.serviceProvider = serviceProvider
        self.portal = portal
        self.account = account
    }
}
