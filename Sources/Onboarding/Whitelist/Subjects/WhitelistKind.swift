/// The kinds of entry (design section 9).
public enum WhitelistKind: String, CaseIterable, Sendable, Codable {
    /// An SP, asked of every AuthnRequest.
    case serviceProvider = "service-provider"
    /// A customer's account, or all that begin alike.
    case account
    /// A portal that may add exact accounts by itself.
    case enrolment
    /// Where in HUAWEI CLOUD a login link may lead.
    case destination
    /// Who may reach the routes of operations.
    case network
    /// What the partner's firewall must let out.
    case gateway
}
