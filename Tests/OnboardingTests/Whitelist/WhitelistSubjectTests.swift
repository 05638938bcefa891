import Onboarding
import SAML
import Testing
import XMLSecurity

@Suite("What an entry may be about")
struct WhitelistSubjectTests {
    @Test("An account is exact, or a beginning", arguments: ["a", "客户-1", "abc*", "*", "0017", "1E17"])
    func accounts(text: String) throws {
        #expect(try AccountPattern(text).text == text)
    }

    @Test(
        "What is no account is refused",
        arguments: ["", "a b", "a*b", "**", "*a", "a\u{200B}", String(repeating: "a", count: 129), "a\n"]
    )
    func noAccounts(text: String) {
        #expect(reason { try AccountPattern(text) } == .account)
    }

    @Test("An id that a spreadsheet made a number of is refused", arguments: ["1.23E+17", "1,5e+11", "4E-3"])
    func damaged(text: String) {
        #expect(reason { try AccountPattern(text) } == .damaged)
    }

    @Test("An exact account is compared octet by octet")
    func octets() throws {
        #expect(try AccountPattern("caf\u{E9}").matches("caf\u{E9}"))
        #expect(try !AccountPattern("caf\u{E9}").matches("cafe\u{301}"))
        #expect(try !AccountPattern("abc").matches("ABC"))
        #expect(try AccountPattern("abc*").matches("abc"))
        #expect(try !AccountPattern("abc*").matches("ab"))
    }

    static let destinations: [(pattern: String, address: String, isMeant: Bool)] = [
        ("https://c.example/iam/", "https://c.example/iam/", true),
        ("https://c.example/iam/", "https://c.example/iam/users?x=1#y", true),
        ("https://c.example/iam/", "https://c.example/iam", false),
        ("https://c.example/iam", "https://c.example/iam", true),
        ("https://c.example/iam", "https://c.example/iam/users", true),
        ("https://c.example/iam", "https://c.example/iamx", false),
        ("https://c.example", "https://c.example/anything", true),
        ("https://C.Example:443/iam", "https://c.example/iam", true),
        ("https://c.example/iam", "https://C.EXAMPLE:443/iam", true),
        ("https://c.example/iam", "https://c.example:8443/iam", false),
        ("https://c.example/iam", "http://c.example/iam", false),
        ("https://c.example/%69am", "https://c.example/iam", true),
        ("https://c.example/iam", "https://c.example/%69%61m/x", true),
        ("https://c.example/a%e4", "https://c.example/a%E4", true),
        ("https://c.example/iam", "https://c.example/IAM", false),
        ("https://c.example/iam", "https://c.example.evil.example/iam", false),
        ("https://c.example/iam", "https://c.example@evil.example/iam", false),
        ("https://c.example/iam", "https://c.example/x/../iam", false),
        ("https://c.example/iam", "https://c.example/iam/../admin", false),
        ("https://c.example/iam", "https://c.example/iam/%2e%2e/admin", false),
        ("https://c.example/iam", "https://c.example/iam/..%2fadmin", false),
        ("https://c.example/iam", "https://c.example/iam\\..\\admin", false),
        ("https://c.example/iam", "https://c.example/iam/%5c..", false),
        ("https://c.example/iam", "https://c.example/iam/%252e%252e", false),
        ("https://c.example/iam", "https://c.example//iam", false),
        ("https://c.example/iam", "https://c.example/iam/;/x%3b", false),
        ("https://c.example/iam", "javascript:alert(1)", false), ("*", "https://anywhere.example/x", true),
        ("*", "javascript:alert(1)", false),
    ]

    @Test("A destination means its page and what is under it, however it is written", arguments: destinations)
    func destination(pattern: String, address: String, isMeant: Bool) throws {
        #expect(try DestinationPattern(pattern).matches(address) == isMeant)
    }

    @Test(
        "A pattern with anything but host and path is refused",
        arguments: [
            "", "/iam", "c.example/iam", "https://", "https:///iam", "https://u@c.example/", "https://c.example/?a=b",
            "https://c.example/#x", "https://c.example/a/../b", "https://c.example/%2e%2e/", "https://c.example/a%2fb",
            "https://c.example\\@evil.example/", "https://c.example/a//b", "ftp://c.example/", "https://c_x.example/",
        ]
    )
    func noDestination(text: String) {
        #expect(reason { try DestinationPattern(text) } == .destination)
    }

    static let networks: [(text: String, normal: String, inside: String, outside: String)] = [
        ("10.0.0.0/8", "10.0.0.0/8", "10.255.0.1", "11.0.0.0"), ("10.1.2.3", "10.1.2.3/32", "10.1.2.3", "10.1.2.4"),
        ("0.0.0.0/0", "0.0.0.0/0", "1.2.3.4", "::1"), ("10.1.0.0/15", "", "", ""),
        ("192.168.4.0/22", "192.168.4.0/22", "192.168.7.255", "192.168.8.0"),
        ("2001:DB8::/32", "2001:db8::/32", "2001:db8:ffff::1", "2001:db9::"),
        ("2001:db8:0:0:1::", "2001:db8:0:0:1::/128", "2001:db8::1:0:0:0", "2001:db8::1"),
        ("::ffff:10.0.0.0/104", "10.0.0.0/8", "::ffff:10.9.9.9", "::10.9.9.9"),
        ("::/0", "::/0", "2001:db8::1", "10.0.0.1"), ("fe80::/10", "fe80::/10", "febf::1", "fec0::1"),
    ]

    @Test("A network holds the addresses that begin with its bits", arguments: networks)
    func network(text: String, normal: String, inside: String, outside: String) throws {
        guard !normal.isEmpty else {
            #expect(reason { try NetworkRange(text) } == .networkBits)
            return
        }
        let range = try NetworkRange(text)
        #expect(range.text == normal)
        #expect(try range.contains(#require(NetworkAddress(inside))))
        #expect(try !range.contains(#require(NetworkAddress(outside))))
        #expect(try NetworkRange(range.text) == range)
    }

    @Test(
        "What is no range is refused",
        arguments: [
            "", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.0/08", "10.0.0.0/", "10.0.0/8", "010.0.0.0/8",
            "fe80::1%eth0/64", "2001:db8::/129", "00001::/16", "host/8", "+1.2.3.4",
        ]
    )
    func noNetwork(text: String) {
        #expect(reason { try NetworkRange(text) } == .network)
    }

    @Test("A gateway is a host and a port")
    func gateways() throws {
        #expect(try GatewayAddress("BSS.myhuaweicloud.com:443").text == "bss.myhuaweicloud.com:443")
        #expect(try GatewayAddress("[2001:db8::1]:443").text == "[2001:db8::1]:443")
        for text in ["bss.example", "bss.example:0", "bss.example:443/", "https://bss.example:443", "a@b.example:443"] {
            #expect(reason { try GatewayAddress(text) } == .gateway, "\(text)")
        }
    }

    @Test("An SP is written in one form")
    func providers() throws {
        let digest = String(repeating: "Ab", count: 32)
        let provider = try WhitelistedProvider(
            "https://sp.example/",
            assertionConsumerServices: ["https://sp.example/b", "https://sp.example/a", "https://sp.example/b"],
            certificates: [digest],
            site: "china",
            platformID: "P"
        )
        #expect(provider.assertionConsumerServices == ["https://sp.example/a", "https://sp.example/b"])
        #expect(provider.certificates == [digest.lowercased()])
        #expect(reason { try WhitelistedProvider("a b") } == .entityID)
        #expect(reason { try WhitelistedProvider("https://例え.example/") } == .entityID)
        #expect(
            reason { try WhitelistedProvider("x", assertionConsumerServices: ["javascript:x"]) }
                == .assertionConsumerService
        )
        #expect(reason { try WhitelistedProvider("x", certificates: ["00"]) } == .certificate)
        #expect(reason { try WhitelistedProvider("x", site: "moon") } == .site)
        #expect(reason { try WhitelistedProvider("x", platformID: "") } == .platformID)
        #expect(reason { try PortalEnrolment("mall", perDay: 0) } == .enrolment)
    }

    @Test("A window holds from its beginning up to its end")
    func windows() throws {
        let start = WhitelistBook.now
        let window = try Validity(from: start, until: start.adding(seconds: 10))
        #expect([-1, 0, 9, 10].map { window.contains(start.adding(seconds: $0)) } == [false, true, true, false])
        #expect(reason { try Validity(from: start, until: start) } == .validity)
    }

    @Test("Every refusal has a code of its own and says what is wrong and what to do in both languages")
    func texts() {
        let all = WhitelistRefusal.Reason.all
        #expect(Set(all.map(\.code)).count == all.count)
        for reason in all {
            for text in [reason.message, reason.hint] {
                #expect(!text.en.isEmpty && text.zh.contains { !$0.isASCII }, "\(reason.code)")
            }
        }
    }

    private func reason(_ body: () throws -> some Any) -> WhitelistRefusal.Reason? {
        do {
            _ = try body()
            return nil
        } catch {
            return (error as? WhitelistRefusal)?.reason
        }
    }
}
