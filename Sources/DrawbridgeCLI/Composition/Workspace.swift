import Foundation
import HuaweiCloud
import IdentityProvider
import Onboarding
import SAML
import Server
import Storage
import XMLSecurity

/// Everything on disk that a configuration names, loaded as it is needed.
struct Workspace {
    let configuration: Configuration
    let clock: Clock
    let database: Database

    var keyDirectory: KeyDirectory { KeyDirectory(configuration.certificates) }
    var metadataDirectory: MetadataDirectory { MetadataDirectory(configuration.metadata) }
    var portalDirectory: PortalDirectory { PortalDirectory(path: configuration.portals) }
    var keyStore: SQLiteKeyStore { SQLiteKeyStore(database) }

    init(_ path: String, clock: Clock = .system) throws {
        try self.init(Configuration.load(path), clock: clock)
    }

    init(_ configuration: Configuration, clock: Clock = .system) throws {
        self.configuration = configuration
        self.clock = clock
        database = try Database(path: configuration.store)
    }

    /// Associations, with the portals that are told of their changes.
    func associationStore() async throws -> SQLiteAssociationStore {
        let telling = try portalDirectory.entries().filter { $0.webhookURL != nil }.map(\.name)
        return SQLiteAssociationStore(database, telling: Set(telling))
    }

    /// Notifications that changed nothing.
    func notificationArchive() throws -> SQLiteNotificationArchive {
        try SQLiteNotificationArchive(database, key: NotificationKey.load(configuration.certificates))
    }

    /// The key that signs.
    func activeKey() async throws -> SigningKey {
        guard let record = try await keyStore.keys().first(where: { $0.state == .active }) else {
            throw CommandFailure(
                .unusable,
                "There is no active signing key; run: drawbridge keys generate",
                "没有生效的签名密钥，请执行：drawbridge keys generate"
            )
        }
        let key = try keyDirectory.privateKey(record.name, passphrase: Passphrase.load(configuration))
        if configuration.huawei != nil { try KeyType.requireForHuawei(key.algorithm) }
        return try SigningKey(privateKey: key, certificate: keyDirectory.certificate(record.name))
    }

    /// The certificates that metadata names, the active one first.
    func publishedCertificates() async throws -> [Certificate] {
        let published = try await keyStore.keys().filter { $0.state == .active || $0.state == .published }
        guard published.contains(where: { $0.state == .active }) else {
            throw CommandFailure(
                .unusable,
                "There is no active signing key; run: drawbridge keys generate",
                "没有生效的签名密钥，请执行：drawbridge keys generate"
            )
        }
        let ordered = published.sorted { $0.state == .active && $1.state != .active }
        return try ordered.map { try keyDirectory.certificate($0.name) }
    }

    /// Our metadata.
    func metadata() async throws -> EntityDescriptor {
        IdentityProviderMetadata.entity(
            configuration.settings,
            certificates: try await publishedCertificates(),
            organization: configuration.organization,
            contactPersons: configuration.contact.map { [$0] } ?? []
        )
    }

    /// The SPs that are imported.
    func federation() throws -> Federation {
        let huawei = configuration.huawei
        let entries = try metadataDirectory.serviceProviders(at: clock.now)
        return Federation(
            entries.compactMap { entry in
                guard let descriptor = entry.entity.spSSODescriptor else { return nil }
                let isHuawei = huawei?.serviceProvider == entry.entity.entityID
                return ServiceProvider(
                    entityID: entry.entity.entityID,
                    descriptor: descriptor,
                    attributes: isHuawei ? .huaweiCloud : .plain
                )
            }
        )
    }

    /// What decides.
    func identityProvider() async throws -> IdentityProvider {
        IdentityProvider(
            settings: configuration.settings,
            federation: try federation(),
            signingKey: try await activeKey(),
            randomness: .openSSL
        )
    }
}
