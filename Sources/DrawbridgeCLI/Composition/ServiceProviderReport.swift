import IdentityProvider
import SAML
import XMLSecurity

/// An SP as `sp show` tells it: its metadata, and how it is answered.
struct ServiceProviderReport: Encodable {
    private struct Settings: Encodable {
        let file: String
        let sign: String
        let algorithm: String?
        let encrypt: Bool
        let nameID: String
        let assertionLifetime: Int64?
        let session: Int64?
        let skew: Int64?
        let authnContext: String?
        let attributes: [String: String]
        let profile: String
    }

    private enum CodingKeys: String, CodingKey {
        case settings
    }

    private let metadata: MetadataSummary
    private let settings: Settings

    init(_ entity: EntityDescriptor, _ settings: ServiceProviderSettings, file: String) {
        metadata = MetadataSummary(entity)
        self.settings = Settings(
            file: file,
            sign: settings.signing.rawValue,
            algorithm: settings.algorithm?.rawValue,
            encrypt: settings.isEncrypted,
            nameID: settings.nameID.rawValue,
            assertionLifetime: settings.assertionLifetime,
            session: settings.session,
            skew: settings.skew,
            authnContext: settings.authnContextClass,
            attributes: Dictionary(settings.mapping.map { ($0.fact.rawValue, $0.name) }) { $1 },
            profile: settings.attributes.rawValue
        )
    }

    func encode(to encoder: any Encoder) throws {
        try metadata.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(settings, forKey: .settings)
    }

    func print() {
        metadata.print()
        Terminal.print(say("answered by", "应答方式") + "  \(settings.file)")
        var rows = [
            ["sign", settings.sign], ["algorithm", settings.algorithm ?? "-"], ["encrypt", "\(settings.encrypt)"],
            ["name_id", settings.nameID], ["assertion_lifetime", settings.assertionLifetime.map { "\($0)" } ?? "-"],
            ["session", settings.session.map { "\($0)" } ?? "-"], ["skew", settings.skew.map { "\($0)" } ?? "-"],
            ["authn_context", settings.authnContext ?? "-"], ["attributes", settings.profile],
        ]
        rows += settings.attributes.sorted { $0.key < $1.key }.map { ["attributes.\($0.key)", $0.value] }
        Terminal.print(table: rows)
    }
}
