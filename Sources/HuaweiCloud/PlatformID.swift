/// The partner platform's identifier that Partner Center assigns, `xAccountType` (huawei-cloud.md 1.1, 6.4).
public struct PlatformID: Hashable, Sendable {
    /// The limit of `xaccount_type` in create-customer.
    public static let longest = 64

    /// The identifier.
    public let value: String

    /// Takes an identifier of 1 to 64 characters without spaces and control characters.
    public init?(_ value: String) {
        guard IdentifierRule.holds(value, longest: Self.longest) else { return nil }
        self.value = value
    }
}
