public import SAML

/// The rule of HUAWEI CLOUD account names, `domain_name` of create-customer (huawei-cloud.md 6.4).
public enum AccountName: Sendable {
    /// The rule for people.
    public static let rule = Bilingual(
        "5 to 32 letters, digits, hyphens and underscores, not beginning with a digit, op_ or shadow_",
        "5 到 32 个字母、数字、连字符或下划线，不以数字、op_ 或 shadow_ 开头"
    )

    /// Whether a name keeps the rule.
    public static func holds(_ name: String) -> Bool {
        guard (5...32).contains(name.utf8.count), let first = name.first, !first.isNumber else { return false }
        guard !name.hasPrefix("op_"), !name.hasPrefix("shadow_") else { return false }
        return name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }
}
