import HuaweiCloud
import IdentityProvider
import SAML

extension AccessSheet {
    init(_ facts: AccessFacts) {
        site = facts.huawei.site.name
        entityID = facts.configuration.entityID
        madeAt = facts.now
        file = facts.file
        rows = AccessField.allCases.map { Self.row($0, facts) }
        identifiers = Self.identifiers(facts)
        uploads = facts.uploads.map { upload in
            Upload(upload: upload, firstKey: AccessFacts.key(upload.fingerprints.first ?? "", facts.keys))
        }
        missing = MissingSteps(facts).all
    }

    private static func row(_ field: AccessField, _ facts: AccessFacts) -> Row {
        let configuration = facts.configuration
        switch field {
        case .metadata: return Row(field: field, value: facts.file?.path, note: nil)
        case .notification:
            return Row(field: field, value: configuration.baseURL + "/huawei/association", note: nil)
        case .contact:
            let contact = configuration.contact
            let value = [contact?.givenName, contact?.emailAddress].compactMap(\.self).joined(separator: ", ")
            return Row(field: field, value: value.isEmpty ? nil : value, note: value.isEmpty ? setKey("contact") : nil)
        case .realName, .files, .bucket:
            let note = Bilingual("Not used by single sign-on; leave it as your business needs it.", "单点登录不使用，按业务需要填写。")
            return Row(field: field, value: nil, note: note)
        case .paid:
            let value = configuration.returnAddresses.paid
            return Row(field: field, value: value, note: value == nil ? setKey("partner_center.paid_url") : nil)
        case .topUp:
            let value = configuration.returnAddresses.topUp
            return Row(field: field, value: value, note: value == nil ? setKey("partner_center.top_up_url") : nil)
        }
    }

    private static func setKey(_ key: String) -> Bilingual {
        Bilingual("Optional. Set \(key) in the configuration to have it here.", "可选。在配置中设置 \(key) 后显示于此。")
    }

    private static func identifiers(_ facts: AccessFacts) -> [Identifier] {
        [
            Identifier(
                kind: .platformID,
                label: Bilingual("Partner Platform ID (xAccountType)", "伙伴平台标识（xAccountType）"),
                value: facts.huawei.platformID?.value,
                record: facts.ids.platformID
            ),
            Identifier(
                kind: .partnerID,
                label: Bilingual("Partner ID (bpId)", "合作伙伴ID（bpId）"),
                value: facts.huawei.partnerID?.value,
                record: facts.ids.partnerID
            ),
        ]
    }
}
