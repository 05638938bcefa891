import SAML
import XMLSecurity

/// The metadata of the other side, given as a file.
enum PeerMetadata {
    /// The one identity provider of a file, or the one that a message names.
    static func identityProvider(
        _ path: String,
        named issuer: String?,
        _ options: ValidationOptions
    ) throws -> (entityID: String, role: IDPSSODescriptor) {
        try one(path, named: issuer, options, Bilingual("identity providers", "身份提供商"), \.idpSSODescriptor)
    }

    /// The one SP of a file, or the one that a message names.
    static func serviceProvider(
        _ path: String,
        named issuer: String?,
        _ options: ValidationOptions
    ) throws -> (entityID: String, role: SPSSODescriptor) {
        try one(path, named: issuer, options, Bilingual("service providers", "服务提供商"), \.spSSODescriptor)
    }

    private static func one<Role>(
        _ path: String,
        named issuer: String?,
        _ options: ValidationOptions,
        _ kind: Bilingual,
        _ role: (EntityDescriptor) -> Role?
    ) throws -> (entityID: String, role: Role) {
        let found = try entities(path, options).compactMap { entity in
            role(entity).map { (entityID: entity.entityID, role: $0) }
        }
        guard let entity = found.count == 1 ? found[0] : found.first(where: { $0.entityID == issuer }) else {
            throw CommandFailure(
                .unusable,
                "\(path) has \(found.count) \(kind.en), and none of them is \(issuer ?? "-").",
                "\(path) 中有 \(found.count) 个\(kind.zh)，其中没有 \(issuer ?? "-")。"
            )
        }
        return entity
    }

    private static func entities(_ path: String, _ options: ValidationOptions) throws -> [EntityDescriptor] {
        let bytes = try InputFile.read(path)
        do {
            return try MetadataDocument(bytes, at: options.now, policy: options.policy).entities
        } catch {
            throw CommandFailure(
                .unusable,
                "\(path) is not usable metadata: \(error.code.id), \(error.code.message.en) \(error.found ?? "")",
                "\(path) 不是可用的元数据：\(error.code.id)，\(error.code.message.zh)\(error.found ?? "")"
            )
        }
    }
}
