import HuaweiCloud
import Testing

@Suite("Identifiers")
struct IdentifierTests {
    @Test("Platform ids and partner ids have at most 64 characters", arguments: [1, 32, 64])
    func taken(count: Int) throws {
        let text = String(repeating: "a", count: count)
        #expect(PlatformID(text)?.value == text)
        #expect(PartnerID(text)?.value == text)
    }

    @Test(
        "Nothing empty, too long or invisible is an identifier",
        arguments: [
            "", " ", "\u{3000}", "a b", " a", "a ", "a\n", "a\u{0}", "\u{7F}", "a\u{85}", "a\u{A0}b", "a\u{200B}",
            "a\u{202E}b", "a\u{2028}", "\u{FEFF}a", "a\u{FFFE}", "\u{FFFF}", String(repeating: "a", count: 129),
        ]
    )
    func refused(text: String) {
        #expect(PlatformID(text) == nil)
        #expect(PartnerID(text) == nil)
        #expect(!IdentifierRule.holds(text, longest: IdentifierRule.longestAccount))
    }

    @Test("Characters are counted as HUAWEI CLOUD counts them, not as they are seen")
    func counted() {
        // One family as seen, but many code points and joiners, which are invisible.
        #expect(PlatformID("👨‍👩‍👧") == nil)
        #expect(PlatformID(String(repeating: "e\u{301}", count: 33)) == nil)
        #expect(PlatformID(String(repeating: "中", count: 64)) != nil)
    }

    @Test(
        "Only 32 hexadecimal digits look like the public sample",
        arguments: [
            ("0123456789abcdef0123456789ABCDEF", true), ("0123456789abcdef0123456789abcde", false),
            ("0123456789abcdef0123456789abcdeg", false), ("partner", false),
        ]
    )
    func usualForm(text: String, isUsual: Bool) throws {
        #expect(try #require(PartnerID(text)).hasUsualForm == isUsual)
    }
}
