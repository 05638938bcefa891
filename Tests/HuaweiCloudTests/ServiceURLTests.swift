import HuaweiCloud
import SAML
import Testing

@Suite("service")
struct ServiceURLTests {
    @Test(
        "Pages of the site are taken",
        arguments: [
            (Site.china, "https://console.huaweicloud.com/iam/"),
            (.china, "https://huaweicloud.com"),
            (.china, "https://huaweicloud.com?x=a:b"),
            (.china, "https://activity.huaweicloud.com/free_test/index.html?utm_source=a&utm_medium=b"),
            (.china, "https://support.huaweicloud.com/%E4%B8%AD#/a@b"),
            (.international, "https://console-intl.huaweicloud.com/iam/"),
            (.international, "https://www.huaweicloud.com/intl/en-us/"),
            (.europe, "https://console.eu.huaweicloud.com/iam/"),
            (.europe, "https://eu.huaweicloud.com/"),
        ]
    )
    func accepted(site: Site, address: String) throws {
        #expect(try ServiceURL(address, at: site).value == address)
    }

    @Test("Scheme and host are compared and kept in lower case, the path as written")
    func lowerCase() throws {
        let service = try ServiceURL("HTTPS://Console.HuaweiCloud.COM/IAM/?Q=A", at: .china)
        #expect(service.value == "https://console.huaweicloud.com/IAM/?Q=A")
    }

    @Test("Every site takes its own default", arguments: Site.all)
    func defaults(site: Site) throws {
        #expect(try ServiceURL(site.defaultService, at: site).value == site.defaultService)
    }

    @Test(
        "Each attack is refused with its own code",
        arguments: [
            ("", RefusalCode.serviceNotAbsolute),
            ("/iam/", .serviceNotAbsolute),
            ("//console.huaweicloud.com/", .serviceNotAbsolute),
            ("console.huaweicloud.com", .serviceNotAbsolute),
            ("://console.huaweicloud.com", .serviceNotAbsolute),
            ("https:console.huaweicloud.com", .serviceNotAbsolute),
            ("https:/console.huaweicloud.com", .serviceNotAbsolute),
            ("javascript:alert(1)", .serviceNotAbsolute),
            ("javascript://console.huaweicloud.com/%0aalert(1)", .serviceNotHTTPS),
            ("http://console.huaweicloud.com/", .serviceNotHTTPS),
            ("ftp://console.huaweicloud.com/", .serviceNotHTTPS),
            ("data:text/html,https://console.huaweicloud.com/", .serviceNotAbsolute),
            ("https:///console.huaweicloud.com/", .serviceHost),
            ("https://?console.huaweicloud.com", .serviceHost),
            ("https://evil.com/", .serviceHost),
            ("https://huaweicloud.com.evil.com/", .serviceHost),
            ("https://console.huaweicloud.com.evil.com/", .serviceHost),
            ("https://evilhuaweicloud.com/", .serviceHost),
            ("https://evil.com/.huaweicloud.com", .serviceHost),
            ("https://evil.com?.huaweicloud.com", .serviceHost),
            ("https://evil.com#.huaweicloud.com", .serviceHost),
            ("https://evil.com%2f.huaweicloud.com/", .serviceHost),
            ("https://evil.com%23.huaweicloud.com/", .serviceHost),
            ("https://console%2ehuaweicloud.com/", .serviceHost),
            ("https://evil.com,.huaweicloud.com/", .serviceHost),
            ("https://evil.com;.huaweicloud.com/", .serviceHost),
            ("https://evil_.huaweicloud.com/", .serviceHost),
            ("https://.huaweicloud.com/", .serviceHost),
            ("https://console..huaweicloud.com/", .serviceHost),
            ("https://console.huaweicloud.com./", .serviceHost),
            ("https://-a.huaweicloud.com/", .serviceHost),
            ("https://xn--huaweicloud-.com/", .serviceHost),
            ("https://127.0.0.1/", .serviceHost),
            ("https://[::1]/", .serviceHost),
            ("https://[::1].huaweicloud.com/", .serviceHost),
            ("https://[::1/.huaweicloud.com", .serviceHost),
            ("https://huaweicloud.com@evil.com/", .serviceUserInfo),
            ("https://evil.com@console.huaweicloud.com/", .serviceUserInfo),
            ("https://a:b@console.huaweicloud.com/", .serviceUserInfo),
            ("https://evil.com\\@console.huaweicloud.com/", .serviceCharacters),
            ("https://evil.com\\.huaweicloud.com/", .serviceCharacters),
            ("https:\\\\console.huaweicloud.com/", .serviceCharacters),
            ("https://console.huaweicloud.com/\r\nSet-Cookie:a=b", .serviceCharacters),
            ("https://console.huaweicloud.com/\u{0}", .serviceCharacters),
            ("https://console.huaweicloud.com/\t", .serviceCharacters),
            (" https://console.huaweicloud.com/", .serviceCharacters),
            ("https://console.huaweicloud.com/a b", .serviceCharacters),
            ("https://console.huaweicloud.com/\"><script>", .serviceCharacters),
            ("https://console.huaweicloud.com/中文", .serviceCharacters),
            ("https://console.huaweiсloud.com/", .serviceCharacters),
            ("https://console。huaweicloud.com/", .serviceCharacters),
            ("https://console.huaweicloud.com/\u{202E}", .serviceCharacters),
            ("https://console.huaweicloud.com/%", .serviceCharacters),
            ("https://console.huaweicloud.com/%zz", .serviceCharacters),
            ("https://console.huaweicloud.com/%e", .serviceCharacters),
            ("https://console.huaweicloud.com:443/", .servicePort),
            ("https://console.huaweicloud.com:/", .servicePort),
            ("https://console.huaweicloud.com:0/", .servicePort),
            ("https://console.huaweicloud.com:65536/", .servicePort),
            ("https://console.huaweicloud.com:+443/", .servicePort),
            ("https://console.huaweicloud.com:8443?a", .servicePort),
            ("https%3A%2F%2Fconsole.huaweicloud.com%2Fiam%2F", .serviceEncoded),
            ("HTTPS%3a%2f%2fconsole.huaweicloud.com", .serviceEncoded),
            ("https://console.huaweicloud.com/%252F", .serviceEncoded),
            ("https://console.huaweicloud.com/?a=%25", .serviceEncoded),
            ("https://console.huaweicloud.com/" + String(repeating: "a", count: 2048), .serviceTooLong),
        ]
    )
    func refused(address: String, code: RefusalCode) {
        let refusal = #expect(throws: Refusal.self) { try ServiceURL(address, at: .china) }
        #expect(refusal?.code == code)
    }

    @Test(
        "A host that is documented for another site is not this one's",
        arguments: [
            (Site.china, "https://console-intl.huaweicloud.com/iam/"),
            (.china, "https://auth-intl.huaweicloud.com/"),
            (.china, "https://console.eu.huaweicloud.com/iam/"),
            (.international, "https://console.huaweicloud.com/iam/"),
            (.international, "https://console.eu.huaweicloud.com/iam/"),
            (.europe, "https://console.huaweicloud.com/iam/"),
            (.europe, "https://neu.huaweicloud.com/iam/"),
        ]
    )
    func foreign(site: Site, address: String) {
        let refusal = #expect(throws: Refusal.self) { try ServiceURL(address, at: site) }
        #expect(refusal?.code == .serviceHost)
    }

    @Test(
        "A simulated site takes its console's very origin and nothing else",
        arguments: [
            ("http://127.0.0.1:9081/iam/", true), ("http://127.0.0.1:9081", true),
            ("http://127.0.0.1:9080/iam/", false), ("http://127.0.0.1/iam/", false),
            ("https://127.0.0.1:9081/iam/", false), ("http://127.0.0.1:90810/", false),
            ("http://localhost:9081/iam/", false), ("http://a.127.0.0.1:9081/", false),
            ("https://console.huaweicloud.com/iam/", false),
        ]
    )
    func simulated(address: String, isTaken: Bool) throws {
        let site = try #require(Site.simulation(login: "http://127.0.0.1:9080", console: "http://127.0.0.1:9081"))
        #expect(((try? ServiceURL(address, at: site)) != nil) == isTaken)
    }
}
