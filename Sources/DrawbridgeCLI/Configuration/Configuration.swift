import Foundation
import HuaweiCloud
import IdentityProvider
import Logging
import Onboarding
import SAML
import Server

/// What `drawbridge.yaml` says, checked.
struct Configuration: Sendable {
    /// One listener.
    struct Listener: Sendable {
        let host: String
        let port: Int
    }

    /// The file.
    let path: String
    /// Where the file stands.
    let directory: String
    let baseURL: String
    let entityID: String
    let listen: Listener
    let operations: Listener
    let store: String
    let certificates: String
    let metadata: String
    let portals: String
    let passphraseFile: String
    let skew: Int64
    let sessionLifetime: Int64
    let huawei: HuaweiPreset?
    let organization: Organization?
    let contact: ContactPerson?
    let returnAddresses: ReturnAddresses
    let testDirectory: TestDirectorySettings?
    let logLevel: Logger.Level
    let logFormat: LogFormat
    let tls: ListenerFiles?
    let limits: ListenerLimits
    let proxies: [NetworkRange]
    let bssEndpoint: String?
    let bssCredentialsFile: String?
    let checklist: ChecklistDays

    /// Reads the file; relative paths in it are relative to it.
    static func load(_ path: String) throws -> Configuration {
        try Configuration(ConfigurationFile(path: path, environment: ProcessInfo.processInfo.environment))
    }

    init(_ file: ConfigurationFile) throws {
        let read = ConfigurationReader(file)
        path = file.path
        directory = URL(fileURLWithPath: file.path).deletingLastPathComponent().path
        baseURL = try read.origin("base_url")
        entityID = try read.entityID(otherwise: baseURL + "/saml/metadata")
        listen = Listener(host: file["listen.host"] ?? "127.0.0.1", port: try read.port("listen.port", 8080))
        operations = Listener(
            host: file["operations.host"] ?? "127.0.0.1",
            port: try read.port("operations.port", 8081)
        )
        store = read.path("store", "drawbridge.sqlite")
        certificates = read.path("directories.certificates", "certs")
        metadata = read.path("directories.metadata", "metadata")
        portals = read.path("directories.portals", "portals")
        passphraseFile = read.path("keys.passphrase_file", "certs/private/passphrase")
        skew = try read.seconds("skew", 180, 0...600)
        sessionLifetime = try read.seconds("hand_off.session", 300, 10...86_400)
        huawei = try read.huawei()
        organization = try read.organization()
        contact = file["contact.email"].map {
            ContactPerson(type: .technical, givenName: file["contact.name"], emailAddress: $0)
        }
        returnAddresses = try read.returnAddresses()
        testDirectory = try read.testDirectory()
        logLevel = try read.choice("log.level", .info)
        logFormat = try read.choice("log.format", .text)
        tls = try read.tls()
        limits = try read.limits()
        proxies = try read.proxies()
        bssEndpoint = file["bss.endpoint"]
        bssCredentialsFile = file["bss.credentials_file"].map { read.path("bss.credentials_file", $0) }
        checklist = try read.checklist()
    }

    var settings: Settings { settings(huawei) }

    /// The settings with this preset.
    func settings(_ huawei: HuaweiPreset?) -> Settings {
        Settings(
            entityID: entityID,
            singleSignOnURL: baseURL + "/saml/sso",
            singleLogoutURL: baseURL + "/saml/slo",
            skew: skew,
            huawei: huawei,
            testAccounts: testDirectory?.accounts ?? []
        )
    }
}
