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
    var uploadStore: SQLiteMetadataUploadStore { SQLiteMetadataUploadStore(database) }

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
        let telling = Set(try portalDirectory.entries().filter { $0.webhookURL != nil }.map(\.name))
        return SQLiteAssociationStore(database) { telling }
    }

    /// Notifications that changed nothing.
    func notificationArchive() throws -> SQLiteNotificationArchive {
        try SQLiteNotificationArchive(database, key: NotificationKey.load(configuration.certificates))
    }

    /// The key that signs.
    func activeKey() async throws -> SigningKey {
        try activeKey(among: await keyStore.keys())
    }

    /// The key that signs, of these.
    func activeKey(among records: [KeyRecord]) throws -> SigningKey {
        guard let record = records.first(where: { $0.state == .active }) else { throw Self.noActiveKey }
        return try signingKey(record.name)
    }

    /// A key with its certificate, opened.
    func signingKey(_ name: String) throws -> SigningKey {
        let key = try keyDirectory.privateKey(name, passphrase: Passphrase.load(configuration))
        if configuration.huawei != nil { try KeyType.requireForHuawei(key.algorithm) }
        return try SigningKey(privateKey: key, certificate: keyDirectory.certificate(name))
    }

    /// The keys that metadata names: the one that `first` names or else the active one, then the others by age.
    static func published(_ records: [KeyRecord], first name: String? = nil) throws -> [KeyRecord] {
        let published = records.filter { $0.state == .active || $0.state == .published }
        guard let active = published.first(where: { $0.state == .active }) else { throw noActiveKey }
        let head = name ?? active.name
        guard let first = published.first(where: { $0.name == head }) else {
            throw CommandFailure(
                .unusable,
                "\(head) is not published; run first: drawbridge keys publish \(head)",
                "\(head) 尚未发布，请先执行：drawbridge keys publish \(head)"
            )
        }
        return [first] + published.filter { $0.name != head }
    }

    private static var noActiveKey: CommandFailure {
        CommandFailure(
            .unusable,
            "There is no active signing key; run: drawbridge keys generate",
            "没有生效的签名密钥，请执行：drawbridge keys generate"
        )
    }

    /// Our metadata; `first` names the key that stands first, for a cut-over.
    func metadata(first name: String? = nil) async throws -> EntityDescriptor {
        let records = try Self.published(await keyStore.keys(), first: name)
        return metadata(with: try records.map { try keyDirectory.certificate($0.name) })
    }

    /// Our metadata with these certificates.
    func metadata(with certificates: [Certificate]) -> EntityDescriptor {
        IdentityProviderMetadata.entity(
            configuration.settings,
            certificates: certificates,
            organization: configuration.organization,
            contactPersons: configuration.contact.map { [$0] } ?? []
        )
    }

    /// The SPs that are imported.
    func federation() throws -> Federation {
        try federation(of: metadataDirectory.serviceProviders(at: clock.now))
    }

    /// The SPs of a directory.
    func federation(of listing: MetadataDirectory.Listing) throws -> Federation {
        let huawei = configuration.huawei
        return Federation(
            try listing.entries.compactMap { entry in
                guard let descriptor = entry.entity.spSSODescriptor else { return nil }
                let file = serviceProviderFile(entry.name)
                let isHuawei = huawei?.serviceProvider == entry.entity.entityID
                let provider = ServiceProvider(
                    entityID: entry.entity.entityID,
                    descriptor: descriptor,
                    settings: try file.settings(isHuawei: isHuawei),
                    validUntil: entry.entity.validUntil
                )
                guard !provider.settings.isEncrypted || provider.encryptionKey != nil else {
                    throw CommandFailure(
                        .unusable,
                        "\(file.path): encrypt is on, and the SP's metadata names no RSA key to encrypt to.",
                        "\(file.path)：已开启 encrypt，但 SP 元数据中没有可用于加密的 RSA 公钥。"
                    )
                }
                return provider
            }
        )
    }

    /// The file that says how an SP is answered.
    func serviceProviderFile(_ name: String) -> ServiceProviderFile {
        ServiceProviderFile(path: metadataDirectory.serviceProviderSettingsPath(name))
    }

    // The secret is made when it is missing: not for SPs that need none.
    private func pairwiseKey(for federation: Federation) throws -> PairwiseKey? {
        guard federation.serviceProviders.contains(where: { $0.settings.nameID == .persistent }) else { return nil }
        return PairwiseKey(try AccountSecret.load(configuration.certificates))
    }

    /// What decides.
    func identityProvider() async throws -> IdentityProvider {
        try identityProvider(await settings(), federation(), await activeKey())
    }

    /// What decides, made of these.
    func identityProvider(
        _ settings: Settings,
        _ federation: Federation,
        _ signingKey: SigningKey
    ) throws -> IdentityProvider {
        let key = signingKey.privateKey.algorithm
        for serviceProvider in federation.serviceProviders {
            guard let algorithm = serviceProvider.settings.algorithm, !algorithm.fits(key) else { continue }
            let name = algorithm.rawValue.split(separator: "#").last ?? ""
            throw CommandFailure(
                .unusable,
                "\(serviceProvider.entityID) is set to algorithm \(name), which the active key (\(key.name)) does not make; mend its file in metadata/sp.",
                "\(serviceProvider.entityID) 的 algorithm 为 \(name)，当前密钥（\(key.name)）不支持；请修改 metadata/sp 中的对应文件。"
            )
        }
        return IdentityProvider(
            settings: settings,
            federation: federation,
            signingKey: signingKey,
            randomness: .openSSL,
            pairwiseKey: try pairwiseKey(for: federation)
        )
    }
}
