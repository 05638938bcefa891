import HuaweiCloud
import IdentityProvider
import SAML
import XMLSecurity

/// The sheet for programs.
struct AccessSheetReport: Encodable {
    struct Field: Encodable {
        let id: String
        let page: String
        let label: String
        let labelZh: String
        let mandatory: Bool
        let value: String?
        let rule: String
        let ruleZh: String
    }

    struct Key: Encodable {
        let name: String?
        let fingerprint: String
        let notAfter: String?

        init(_ key: AccessSheet.Key) {
            name = key.name
            fingerprint = key.fingerprint
            notAfter = key.end?.xsDateTime
        }
    }

    struct File: Encodable {
        let path: String
        let octets: Int
        let largest: Int
        let sha256: String
        let keys: [Key]
    }

    struct Identifier: Encodable {
        let id: String
        let value: String?
        let source: String?
        let by: String?
        let at: String?
    }

    struct Upload: Encodable {
        let at: String
        let by: String
        let sha256: String
        let firstKey: Key
    }

    struct Missing: Encodable {
        let message: String
        let messageZh: String
    }

    let schema = "drawbridge.access-config.v1"
    let site: String
    let entityId: String
    let items: [Field]
    let metadata: File?
    let identifiers: [Identifier]
    let uploads: [Upload]
    let missing: [Missing]

    init(_ sheet: AccessSheet) {
        site = sheet.site
        entityId = sheet.entityID
        items = sheet.rows.map { row in
            Field(
                id: row.field.rawValue,
                page: row.field.page.rawValue,
                label: row.field.label.en,
                labelZh: row.field.label.zh,
                mandatory: row.field.isMandatory,
                value: row.value,
                rule: row.field.rule.en,
                ruleZh: row.field.rule.zh
            )
        }
        metadata = sheet.file.map { file in
            File(
                path: file.path,
                octets: file.size,
                largest: PartnerCenter.largestMetadata,
                sha256: file.sha256,
                keys: file.keys.map(Key.init)
            )
        }
        identifiers = sheet.identifiers.map(Self.identifier)
        uploads = sheet.uploads.map { item in
            Upload(
                at: item.upload.at.xsDateTime,
                by: item.upload.person,
                sha256: item.upload.sha256,
                firstKey: Key(item.firstKey)
            )
        }
        missing = sheet.missing.map { Missing(message: $0.en, messageZh: $0.zh) }
    }

    private static func identifier(_ id: AccessSheet.Identifier) -> Identifier {
        Identifier(
            id: id.kind.rawValue,
            value: id.value,
            source: id.value == nil ? nil : id.record == nil ? "configuration" : "record",
            by: id.record?.person,
            at: id.record?.at.xsDateTime
        )
    }
}
