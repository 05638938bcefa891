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
    /// Where a customer lands when nothing else is said.
    public let defaultService: String
    /// Whether this is a simulation on this machine.
    public let isSimulation: Bool

    /// The site in the Chinese mainland.
    public static let china = Site(
        name: "china",
        loginLink: "https://auth.huaweicloud.com/authui/saml/login",
        serviceProvider: "https://auth.huaweicloud.com/",
        metadataURL: "https://auth.huaweicloud.com/authui/saml/metadata.xml",
        serviceDomain: "huaweicloud.com",
        defaultService: "https://console.huaweicloud.com/iam/",
        isSimulation: false
    )

    /// The international site; the documentation names its login link and no entity id.
    public static let international = Site(
        name: "international",
        loginLink: "https://auth-intl.huaweicloud.com/authui/saml/login",
        serviceProvider: nil,
        metadataURL: "https://auth-intl.huaweicloud.com/authui/saml/metadata.xml",
        serviceDomain: "huaweicloud.com",
        defaultService: "https://console-intl.huaweicloud.com/iam/",
        isSimulation: false
    )

    /// The European site; the documentation names its login link and nothing else.
    public static let europe = Site(
        name: "europe",
        loginLink: "https://auth.eu.huaweicloud.com/authui/saml/login",
        serviceProvider: nil,
        metadataURL: nil,
        serviceDomain: "eu.huaweicloud.com",
        defaultService: "https://console.eu.huaweicloud.com/iam/",
        isSimulation: false
    )

    /// The sites that exist.
    public static let all = [china, international, europe]

    /// A simulated HUAWEI CLOUD.
    ///
    /// `nil` unless both origins are on this machine: simulation never passes for real (design 4.10).
    /// - Parameters:
    ///   - login: the origin of the login host, such as `http://127.0.0.1:9080`.
    ///   - console: the origin of the console host.
    public static func simulation(login: String, console: String) -> Site? {
        for origin in [login, console] {
            guard Location.fault(of: origin) == nil, Location.isLoopback(Location.host(of: origin)) else { return nil }
        }
        return Site(
            name: "simulation",
            loginLink: login + "/authui/saml/login",
            serviceProvider: login + "/",
            metadataURL: login + "/authui/saml/metadata.xml",
            serviceDomain: Location.host(of: console),
            defaultService: console + "/iam/",
            isSimulation: true
        )
    }
}
