import HuaweiCloud
import Testing

@Suite("Account names and e-mail addresses")
struct CustomerRuleTests {
    @Test(
        "Account names follow domain_name of create-customer",
        arguments: [
            ("zhang", true), ("zhangwei_2026", true), ("-zhang", true), ("_zhang", true), ("Zhang-Wei", true),
            ("a1234567890123456789012345678901", true), ("a12345678901234567890123456789012", false), ("abcd", false),
            ("", false), ("12345", false), ("1zhang", false), ("op_zhang", false), ("shadow_zhang", false),
            ("opzhang", true), ("zhang wei", false), ("zhang.wei", false), ("zhang@wei", false), ("张伟张伟张", false),
            ("zhang\n", false), ("zhang\u{0}", false), ("<zhang>", false), ("zhang\u{301}", false), ("１２３４５", false),
            ("٣zhang", false),
        ]
    )
    func accountName(name: String, holds: Bool) {
        #expect(AccountName.holds(name) == holds)
    }

    @Test(
        "E-mail addresses have one @, at most 64 characters, nothing invisible",
        arguments: [
            ("a@b.cn", true), ("zhang.wei+cloud@mail.example.cn", true),
            (String(repeating: "a", count: 59) + "@b.cn", true), (String(repeating: "a", count: 60) + "@b.cn", false),
            ("", false), ("@", false), ("a@", false), ("@b.cn", false), ("ab.cn", false), ("a@@b.cn", false),
            ("a@b@c.cn", false), ("a b@c.cn", false), ("a@b.cn ", false), ("a@b.cn\n", false),
            ("a@b.cn\r\nBcc: x@y.cn", false), ("a@b.cn\u{0}", false), ("a\u{200B}@b.cn", false), ("<a@b.cn>", false),
            ("a@b", false), ("a@b.cn,c", false), ("\"a\"@b.cn", false),
        ]
    )
    func email(address: String, holds: Bool) {
        #expect(EmailRule.holds(address) == holds)
    }
}
