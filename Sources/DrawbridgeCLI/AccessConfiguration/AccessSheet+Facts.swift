import HuaweiCloud
import IdentityProvider
import SAML
import XMLSecurity

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
            let value = configuration.baseURL + "/huawei/association"
            return Row(field: field, value: value, note: entered(facts.ids.notificationURL, value))
        case .contact:
            let contact = configuration.contact
            let value = [contact?.givenName, contact?.emailAddress].compactMap(\.self).joined(separator: ", ")
            return Row(field: field, value: value.isEmpty ? nil : value, note: value.isEmpty ? setKey("contact") : nil)
        case .realName, .files, .bucket:
            let note = Bilingual("Not used by single sign-on; leave it as your business needs it.", "单点登录不使用，按业务需要填写。")
            return Row(field: field, value: nil, note: note)
        case .paid:
            let value = configuration.returnAddresses.paid
            let note = entered(facts.ids.paidURL, value) ?? (value == nil ? setKey("partner_center.paid_url") : nil)
            return Row(field: field, value: value, note: note)
        case .topUp:
            let value = configuration.returnAddresses.topUp
            let note = entered(facts.ids.topUpURL, value) ?? (value == nil ? setKey("partner_center.top_up_url") : nil)
            return Row(field: field, value: value, note: note)
        }
    }

    private static func entered(_ record: RecordedID?, _ value: String?) -> Bilingual? {
        guard let record else { return nil }
        let (person, day) = (record.person, record.at.xsDateTime.prefix(10))
        guard record.value != value else {
            return Bilingual("Entered, as \(person) recorded on \(day).", "\(person) 于 \(day) 登记为已填写。")
        }
        return Bilingual(
            "Partner Center has another, as \(person) recorded on \(day): \(record.value)",
            "伙伴中心填写的不同，\(person) 于 \(day) 登记：\(record.value)"
        )
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
