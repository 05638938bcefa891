/// What the login link's `isFirstLogin` says (design section 7, huawei-cloud.md 3.1).
public struct FirstLogin: Hashable, Sendable {
    /// The value.
    public let value: Bool
    /// Whether the portal said something else than what is known; the portal wins.
    public let isContradicted: Bool

    /// Decides the value; `nil` when nobody knows and the configuration does not say.
    /// - Parameters:
    ///   - claim: the token's `first_login`.
    ///   - state: what is known of the account.
    ///   - whenUnknown: what the configuration says of accounts that nothing is known of.
    public init?(claim: Bool?, state: AssociationState, whenUnknown: Bool?) {
        let known: Bool? =
            switch state {
            case .pending, .unbound: true
            case .bound: false
            case .unknown: nil
            }
        guard let value = claim ?? known ?? whenUnknown else { return nil }
        self.value = value
        isContradicted = claim != nil && known != nil && claim != known
    }
}
