import HuaweiCloud
import IdentityProvider
import SAML
import XMLSecurity

/// What to enter in Partner Center, what stands there as far as it was recorded, and what is still missing.
struct AccessSheet {
    /// A field with the value to paste.
    struct Row {
        let field: AccessField
        /// `nil` when there is nothing to paste yet.
        let value: String?
        /// What to do about the field besides, or in place of, pasting.
        let note: Bilingual?
    }

    /// The file that the form asks for.
    struct File {
        let path: String
        let size: Int
        let sha256: String
        /// In the order of the file: HUAWEI CLOUD uses the first.
        let keys: [Key]
    }

    /// A signing key.
    struct Key {
        /// Its name here; `nil` for one that is not ours.
        let name: String?
        let fingerprint: String
        let end: Instant?
    }

    /// An id that Partner Center gives.
    struct Identifier {
        let kind: RecordedID.Kind
        let label: Bilingual
        let value: String?
        /// Who recorded it; `nil` when configuration says it.
        let record: RecordedID?
    }

    /// A file that was uploaded.
    struct Upload {
        let upload: MetadataUpload
        let firstKey: Key
    }

    let site: String
    let entityID: String
    let madeAt: Instant
    let rows: [Row]
    let file: File?
    let identifiers: [Identifier]
    let uploads: [Upload]
    let missing: [Bilingual]

    func rows(on page: AccessField.Page) -> [Row] { rows.filter { $0.field.page == page } }
}
