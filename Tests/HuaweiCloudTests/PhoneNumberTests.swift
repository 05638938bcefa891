import HuaweiCloud
import Testing

@Suite("Phone number")
struct PhoneNumberTests {
    @Test(
        "Every way of writing a Chinese number gives the same three forms",
        arguments: [
            "13800138000", "138 0013 8000", "138-0013-8000", "+8613800138000", "+86 138 0013 8000", "+86-13800138000",
            "+86-138-0013-8000", "0086-13800138000", "008613800138000", "0086 138 0013 8000", "+8613-800138000",
        ]
    )
    func chinese(text: String) throws {
        let number = try #require(PhoneNumber(text, at: .china))
        #expect(number.attributeForm == "0086-13800138000")
        #expect(number.checkIdentityForm == "0086-13800138000")
        #expect(number.createCustomerForm == "13800138000")
    }

    @Test(
        "The calling code is found by the numbering plan",
        arguments: [
            ("+12025550123", "1", "2025550123"), ("+1 242 555 0123", "1", "2425550123"),
            ("+79161234567", "7", "9161234567"), ("+201001234567", "20", "1001234567"),
            ("+447911123456", "44", "7911123456"), ("+44 7911 123456", "44", "7911123456"),
            ("+85298765432", "852", "98765432"), ("00852-98765432", "852", "98765432"),
            ("+886912345678", "886", "912345678"), ("+390612345678", "39", "0612345678"),
            ("+6591234567", "65", "91234567"), ("+971501234567", "971", "501234567"),
            ("+35312345678", "353", "12345678"), ("001-2025550123", "1", "2025550123"),
        ]
    )
    func international(text: String, code: String, national: String) throws {
        let number = try #require(PhoneNumber(text, at: .international))
        #expect(number.countryCode == code)
        #expect(number.number == national)
        #expect(number.attributeForm == "00\(code)-\(national)")
        #expect(number.createCustomerForm == nil)
        #expect((number.checkIdentityForm != nil) == (code.count == 2))
        #expect(PhoneNumber(number.attributeForm, at: .international) == number)
    }

    @Test("A bare number says nothing outside China", arguments: [Site.international, .europe])
    func bare(site: Site) {
        #expect(PhoneNumber("13800138000", at: site) == nil)
    }

    @Test(
        "What is ambiguous or no number is refused",
        arguments: [
            "", " ", "+", "00", "+86", "0086-", "0086", "abc", "1380013800", "138001380000", "23800138000",
            "8613800138000", "+86 0138 0013 8000", "0852-98765432", "+0086-13800138000", "000086-13800138000",
            "00-86-13800138000", "+8-613800138000", "008-613800138000", "+8 5298765432", "+44 (0)20 7946 0958",
            "+86--13800138000", "+86  13800138000", "+ 86 13800138000", "-13800138000", "13800138000-",
            "13800138000 ", "+86.13800138000", "++8613800138000", "１３８００１３８０００", "+86\t13800138000",
            "13800138000\n", "1380013800\u{0}", "13800138000;ext=1", "+441", "+4412345678901234", "<b>13800138000",
            "+86\u{2010}13800138000", "+８６13800138000",
        ]
    )
    func refused(text: String) {
        #expect(PhoneNumber(text, at: .china) == nil)
    }

    @Test("A number from the attribute's form is read back equal at every site", arguments: Site.all)
    func readBack(site: Site) throws {
        let number = try #require(PhoneNumber("+86 138 0013 8000", at: site))
        #expect(PhoneNumber(number.attributeForm, at: site) == number)
    }
}
