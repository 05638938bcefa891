import SAML

/// A HUAWEI CLOUD and its addresses (huawei-cloud.md 3.1, 4.1).
public struct Site: Hashable, Sendable {
    /// The name in configuration.
    public let name: String
    /// Where the login link points to.
    public let loginLink: String
    /// The SP's entity id; `nil` where it is not documented and must be read from the site's metadata.
    public let serviceProvider: String?
    /// The SP's signed metadata; `nil` where the address is not documented.
    public let metadataURL: String?
    /// The domain that `service` must lie in; its own host and all below.
    public let serviceDomain: String
    /// Hosts in that domain that the documentation gives to another site; they and all below are not this site's.
    ///
    /// Hosts that serve several sites, such as `www`, stand nowhere.
    let otherSites: [String]
    /// Where a customer lands when nothing else is said.
    public let defaultService: String
    /// Where the BSS APIs are; `nil` where that is not documented.
    public let bssEndpoint: String?
    /// Where IAM gives tokens for them; `nil` where that is not documented, and in a simulation, whose BSS does it.
    public let iamEndpoint: String?
    /// Whether this is a simulation on this machine.
    public let isSimulation: Bool

    /// The site in the Chinese mainland.
    public static let china = Site(
        name: "china",
        loginLink: "https://auth.huaweicloud.com/authui/saml/login",
        serviceProvider: "https://auth.huaweicloud.com/",
        metadataURL: "https://auth.huaweicloud.com/authui/saml/metadata.xml",
        serviceDomain: "huaweicloud.com",
        otherSites: [
            "auth-intl.huaweicloud.com", "console-intl.huaweicloud.com", "account-intl.huaweicloud.com",
            "eu.huaweicloud.com",
        ],
        defaultService: "https://console.huaweicloud.com/iam/",
        bssEndpoint: "https://bss.myhuaweicloud.com",
        iamEndpoint: "https://iam.myhuaweicloud.com",
        isSimulation: false
    )

    /// The international site; the documentation names its login link and no entity id.
    public static let international = Site(
        name: "international",
        loginLink: "https://auth-intl.huaweicloud.com/authui/saml/login",
        serviceProvider: nil,
        metadataURL: "https://auth-intl.huaweicloud.com/authui/saml/metadata.xml",
        serviceDomain: "huaweicloud.com",
        otherSites: [
            "auth.huaweicloud.com", "console.huaweicloud.com", "account.huaweicloud.com", "eu.huaweicloud.com",
        ],
        defaultService: "https://console-intl.huaweicloud.com/iam/",
        bssEndpoint: "https://bss-intl.myhuaweicloud.com",
        iamEndpoint: "https://iam.myhuaweicloud.com",
        isSimulation: false
    )

    /// The European site; the documentation names its login link and nothing else.
    public static let europe = Site(
        name: "europe",
        loginLink: "https://auth.eu.huaweicloud.com/authui/saml/login",
        serviceProvider: nil,
        metadataURL: nil,
        serviceDomain: "eu.huaweicloud.com",
        otherSites: [],
        defaultService: "https://console.eu.huaweicloud.com/iam/",
        bssEndpoint: nil,
        iamEndpoint: nil,
        isSimulation: false
    )

    /// The sites that exist.
    public static let all = [china, international, europe]

    /// A simulated HUAWEI CLOUD.
    ///
    /// `nil` unless both are origins on this machine: simulation never passes for real (design 4.10).
    /// - Parameters:
    ///   - login: the origin of the login host, such as `http://127.0.0.1:9080`.
    ///   - console: the origin of the console host.
    /// - Returns: the site, or `nil`.
    public static func simulation(login: String, console: String) -> Site? {
        guard let login = loopbackOrigin(login), let console = loopbackOrigin(console) else { return nil }
        return Site(
            name: "simulation",
            loginLink: login.origin + "/authui/saml/login",
            serviceProvider: login.origin + "/",
            metadataURL: login.origin + "/authui/saml/metadata.xml",
            serviceDomain: console.host,
            otherSites: [],
            defaultService: console.origin + "/iam/",
            bssEndpoint: nil,
            iamEndpoint: nil,
            isSimulation: true
        )
    }

    private static func loopbackOrigin(_ text: String) -> WebAddress? {
        guard let address = try? WebAddress(text), address.rest.isEmpty, address.isLoopback else {
            return nil
        }
        return address
    }

    /// Whether an address is a page of this site; of a simulation, one at the console's very origin.
    func serves(_ address: WebAddress) -> Bool {
        guard !isSimulation else { return defaultService.hasPrefix(address.origin + "/") }
        let isWithin = { (domain: String) in address.host == domain || address.host.hasSuffix("." + domain) }
        return isWithin(serviceDomain) && !otherSites.contains(where: isWithin)
    }

    /// What ``serves(_:)`` wants, for people.
    var servicePlace: String {
        isSimulation
            ? "the simulated console, as in \(defaultService)" : "a host of site \(name), as in \(defaultService)"
    }
}
