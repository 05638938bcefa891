import HuaweiCloud
import SAML
import Testing

@Suite("Login link")
struct LoginLinkTests {
    private static let base = "https://auth.huaweicloud.com/authui/saml/login"
    private static let good =
        base + "?xAccountType=ZXT&isFirstLogin=false&service=https%3A%2F%2Fconsole.huaweicloud.com%2Fiam%2F"

    @Test(
        "The link is written as documented",
        arguments: [
            (Site.china, "ZXT", true), (.international, "yunion_IDP", false), (.europe, "partner_IDP", true),
        ]
    )
    func written(site: Site, id: String, isFirstLogin: Bool) throws {
        let platformID = try #require(PlatformID(id))
        let service = try ServiceURL(site.defaultService, at: site)
        let link = LoginLink(site: site, platformID: platformID, isFirstLogin: isFirstLogin, service: service)
        let host = site.defaultService.dropFirst("https://".count).prefix { $0 != "/" }
        #expect(
            link.url == "\(site.loginLink)?xAccountType=\(id)&isFirstLogin=\(isFirstLogin)"
                + "&service=https%3A%2F%2F\(host)%2Fiam%2F"
        )
        let reading = LoginLinkReading(link.url, at: site, platformID: platformID, isFirstLogin: isFirstLogin)
        #expect(reading.refusals.isEmpty)
        #expect(reading.platformID == id)
        #expect(reading.isFirstLogin == "\(isFirstLogin)")
        #expect(reading.service == site.defaultService)
    }

    @Test(
        "Values are encoded as encodeURIComponent does",
        arguments: [
            ("a-b_c.d!e~f*g'h(i)j", "a-b_c.d!e~f*g'h(i)j"),
            ("AZaz09", "AZaz09"),
            ("a&b=c?d/e#f+g%h", "a%26b%3Dc%3Fd%2Fe%23f%2Bg%25h"),
            (";,:@$[]\"<>\\^`{|}", "%3B%2C%3A%40%24%5B%5D%22%3C%3E%5C%5E%60%7B%7C%7D"),
            ("平台", "%E5%B9%B3%E5%8F%B0"),
            ("é😀", "%C3%A9%F0%9F%98%80"),
        ]
    )
    func encoded(id: String, expected: String) throws {
        let platformID = try #require(PlatformID(id))
        let service = try ServiceURL("https://console.huaweicloud.com", at: .china)
        let link = LoginLink(site: .china, platformID: platformID, isFirstLogin: false, service: service)
        #expect(link.url.hasPrefix(Self.base + "?xAccountType=\(expected)&isFirstLogin=false&"))
        #expect(LoginLinkReading(link.url, at: .china, platformID: platformID).refusals.isEmpty)
    }

    @Test(
        "Links as they are seen in the wild are read without a complaint",
        arguments: [
            base + "?xAccountType=ZXT&isFirstLogin=&service=https%3a%2f%2fconsole.huaweicloud.com%2fiam%2f",
            base + "?xAccountType=ZXT&service=https%3A%2F%2Fwww.huaweicloud.com%2F",
            base + "?xAccountType=ZXT",
            base + "?xAccountType=ZXT&service=https%3A%2F%2Fwww.huaweicloud.com%2F%3Fq%3D%25E4%25B8%25AD",
            base + "?service=https%3A%2F%2Factivity.huaweicloud.com%2Ffree_test%2Findex.html%3Futm_source%3Da"
                + "%26utm_medium%3Db&xAccountType=ZXT",
        ]
    )
    func wild(link: String) {
        #expect(LoginLinkReading(link, at: .china, platformID: PlatformID("ZXT"), isFirstLogin: false).refusals.isEmpty)
    }

    @Test(
        "Each mistake has its own code",
        arguments: [
            ("", [RefusalCode.loginLinkBase, .loginLinkPlatformID]),
            ("https://auth-intl.huaweicloud.com/authui/saml/login?xAccountType=ZXT", [.loginLinkBase]),
            ("http://auth.huaweicloud.com/authui/saml/login?xAccountType=ZXT", [.loginLinkBase]),
            (
                "https://evil.com/?x=https://auth.huaweicloud.com/authui/saml/login?xAccountType=ZXT",
                [.loginLinkBase, .loginLinkPlatformID]
            ),
            (base + "/?xAccountType=ZXT", [.loginLinkBase]),
            (base, [.loginLinkPlatformID]),
            (base + "?xAccountType=", [.loginLinkPlatformID]),
            (base + "?xAccountType=zxt", [.loginLinkPlatformID]),
            (base + "?xaccounttype=ZXT", [.loginLinkPlatformID]),
            (base + "?xAccountType=%ZZ", [.loginLinkEncoding, .loginLinkPlatformID]),
            (base + "?xAccountType=%FF", [.loginLinkEncoding, .loginLinkPlatformID]),
            (base + "?xAccountType=ZXT&xAccountType=ZXT", [.loginLinkDuplicate]),
            (base + "?xAccountType=ZXT&isFirstLogin=true", [.loginLinkFirstLogin]),
            (base + "?xAccountType=ZXT&isFirstLogin=FALSE", [.loginLinkFirstLogin]),
            (base + "?xAccountType=ZXT&isFirstLogin=0", [.loginLinkFirstLogin]),
            (base + "?xAccountType=ZXT&service=", [.serviceNotAbsolute]),
            (base + "?xAccountType=ZXT&service=https://console.huaweicloud.com/", [.loginLinkEncoding]),
            (base + "?xAccountType=ZXT&service=https%3A%2F%2Fconsole.huaweicloud.com%2Fa+b", [.loginLinkEncoding]),
            (base + "?xAccountType=ZXT&service=https%253A%252F%252Fconsole.huaweicloud.com", [.serviceEncoded]),
            (base + "?xAccountType=ZXT&service=https%3A%2F%2Fconsole.huaweicloud.com%2F%25252F", [.serviceEncoded]),
            (base + "?xAccountType=ZXT&service=https%3A%2F%2Fhuaweicloud.com.evil.com", [.serviceHost]),
            (base + "?xAccountType=ZXT&service=https%3A%2F%2Fconsole-intl.huaweicloud.com", [.serviceHost]),
            (base + "?xAccountType=ZXT&service=javascript%3Aalert(1)", [.serviceNotAbsolute]),
            (base + "?xAccountType=ZXT&service=http%3A%2F%2Fconsole.huaweicloud.com", [.serviceNotHTTPS]),
        ]
    )
    func mistakes(link: String, codes: [RefusalCode]) {
        let reading = LoginLinkReading(link, at: .china, platformID: PlatformID("ZXT"), isFirstLogin: false)
        #expect(reading.refusals.map(\.code.id) == codes.map(\.id))
    }

    @Test("A first login must say so")
    func firstLogin() {
        let reading = LoginLinkReading(Self.good, at: .china, isFirstLogin: true)
        #expect(reading.refusals.map(\.code) == [.loginLinkFirstLogin])
        #expect(reading.refusals.first?.expected == "true")
    }

    @Test("Without knowledge of the partner only the form is judged")
    func formOnly() {
        #expect(LoginLinkReading(Self.good, at: .china).refusals.isEmpty)
    }
}
