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
        let idpInitiated: Bool

        var rows: [[String]] {
            let rows: [[String]] = [
                ["sign", sign],
                ["algorithm", algorithm ?? "-"],
                ["encrypt", String(encrypt)],
                ["name_id", nameID],
                ["assertion_lifetime", Self.text(assertionLifetime)],
                ["session", Self.text(session)],
                ["skew", Self.text(skew)],
                ["authn_context", authnContext ?? "-"],
                ["idp_initiated", String(idpInitiated)],
                ["attributes", profile],
            ]
            return rows + attributes.sorted { $0.key < $1.key }.map { ["attributes.\($0.key)", $0.value] }
        }

        private static func text(_ seconds: Int64?) -> String { seconds.map { String($0) } ?? "-" }
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
            profile: settings.attributes.rawValue,
            idpInitiated: settings.isIdPInitiated
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
        Terminal.print(table: settings.rows)
    }
}
