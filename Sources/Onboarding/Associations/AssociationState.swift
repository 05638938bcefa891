/// Whether a customer's account is bound to a HUAWEI CLOUD account, as far as we know (design section 7).
public enum AssociationState: String, CaseIterable, Sendable, Codable {
    /// Nobody told us.
    case unknown
    /// A first login began, and its result has not come.
    case pending
    /// Bound.
    case bound
    /// Was bound, and is not any more.
    case unbound
}
