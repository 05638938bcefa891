public import SAML

/// The rule of e-mail addresses: one `@` with something on both sides, at most 64 characters (huawei-cloud.md 6.4).
public enum EmailRule: Sendable {
    /// The rule for people.
    public static let rule = Bilingual(
        "an e-mail address of at most 64 characters without spaces",
        "不超过 64 个字符且不含空格的电子邮件地址"
    )

    private static let longest = 64
    // What RFC 5322 allows in quotes only.
    private static let forbidden = Array("<>\"(),;:\\[]".utf8)

    /// Whether an address keeps the rule.
    public static func holds(_ address: String) -> Bool {
        let parts = address.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains(UInt8(ascii: ".")) else { return false }
        return IdentifierRule.holds(address, longest: longest) && !address.utf8.contains(where: forbidden.contains)
    }
}
