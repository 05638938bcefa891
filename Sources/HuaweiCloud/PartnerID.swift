/// The partner's own HUAWEI CLOUD account id, sent as `bpId` (huawei-cloud.md 1.1 step 10, 3.5).
public struct PartnerID: Hashable, Sendable {
    /// Ids of HUAWEI CLOUD accounts have up to 64 characters in the BSS APIs.
    public static let longest = 64

    /// The identifier.
    public let value: String

    /// Takes an identifier of 1 to 64 characters without spaces and control characters.
    public init?(_ value: String) {
        guard IdentifierRule.holds(value, longest: Self.longest) else { return nil }
        self.value = value
    }

    /// Whether it looks as the public sample does: 32 hexadecimal digits.
    ///
    /// One sample is no rule, so anything else deserves a warning and no refusal.
    public var hasUsualForm: Bool {
        value.utf8.count == 32 && value.allSatisfy(\.isHexDigit)
    }
}
