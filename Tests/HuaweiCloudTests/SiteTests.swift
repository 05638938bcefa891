import HuaweiCloud
import SAML
import Testing

@Suite("Site")
struct SiteTests {
    @Test("Only the Chinese site's entity id is documented")
    func entityIDs() {
        #expect(Site.china.serviceProvider == "https://auth.huaweicloud.com/")
        #expect(Site.international.serviceProvider == nil)
        #expect(Site.europe.serviceProvider == nil)
        #expect(Site.europe.metadataURL == nil)
        #expect(Site.europe.bssEndpoint == nil)
    }

    @Test("The real sites are told apart by name, and none is a simulation")
    func names() {
        #expect(Set(Site.all.map(\.name)) == ["china", "international", "europe"])
        #expect(Site.all.allSatisfy { !$0.isSimulation })
    }

    @Test(
        "A simulation is on this machine",
        arguments: [
            "http://127.0.0.1:9080", "https://127.0.0.1:9080", "http://localhost", "http://[::1]:9080",
            "http://127.255.0.1:1", "HTTP://LOCALHOST:9080",
        ]
    )
    func loopback(origin: String) throws {
        let site = try #require(Site.simulation(login: origin, console: origin))
        #expect(site.isSimulation)
        #expect(site.loginLink == origin.lowercased() + "/authui/saml/login")
        #expect(site.serviceProvider == origin.lowercased() + "/")
        #expect(try ServiceURL(site.defaultService, at: site).value == origin.lowercased() + "/iam/")
    }

    @Test(
        "Nothing else can be a simulation",
        arguments: [
            "", "127.0.0.1", "https://auth.huaweicloud.com", "http://192.168.1.1", "http://10.0.0.1",
            "http://0.0.0.0", "http://128.0.0.1", "http://127.0.0.1.evil.com", "http://127.1", "http://127.0.0.256",
            "http://localhost.evil.com", "http://evil.com@127.0.0.1", "http://127.0.0.1@evil.com",
            "http://[::1].evil.com", "http://[::1]evil.com", "http://[::2]", "http://127.0.0.1:80:90",
            "http://127.0.0.1:99999", "http://127.0.0.1/", "http://127.0.0.1/path", "http://127.0.0.1?q",
            "http://127.0.0.1#f", "http://127.0.0.1\\evil.com", "ftp://127.0.0.1", "http://127.0.0.1 ",
        ]
    )
    func elsewhere(origin: String) {
        #expect(Site.simulation(login: origin, console: "http://127.0.0.1:1") == nil)
        #expect(Site.simulation(login: "http://127.0.0.1:1", console: origin) == nil)
    }
}
