import HuaweiCloud
import IdentityProvider
import SAML

/// What is still to be done, in the order in which it can be done.
struct MissingSteps {
    private let facts: AccessFacts

    init(_ facts: AccessFacts) {
        self.facts = facts
    }

    var all: [Bilingual] {
        [
            serviceProvider, file, size, keys, reach, upload, cutOver, notification, returnAddresses, platformID,
            partnerID,
        ].compactMap(\.self)
    }

    private var serviceProvider: Bilingual? {
        guard !facts.hasServiceProvider else { return nil }
        let place = PartnerCenter.serviceProviderMetadata
        return Bilingual(
            "HUAWEI CLOUD's metadata is not imported: save it (\(place.en)), then run: drawbridge sp import FILE --name huawei",
            "尚未导入华为云的元数据：先保存（\(place.zh)），再执行：drawbridge sp import 文件 --name huawei"
        )
    }

    private var file: Bilingual? {
        guard facts.file == nil else { return nil }
        return Bilingual(
            "The metadata file is not written: run: drawbridge metadata generate",
            "尚未生成元数据文件，请执行：drawbridge metadata generate"
        )
    }

    private var size: Bilingual? {
        guard let size = facts.file?.size, size > PartnerCenter.usualMetadata.upperBound else { return nil }
        let limit = PartnerCenter.usualMetadata.upperBound
        return Bilingual(
            "The metadata file has \(size) octets, more than the \(limit) that IAM takes.",
            "元数据文件为 \(size) 字节，超过 IAM 接受的 \(limit) 字节。"
        )
    }

    private var keys: Bilingual? {
        guard let file = facts.file else { return nil }
        let published = facts.keys.filter { $0.state == .active || $0.state == .published }
        let isComplete = Set(file.keys.map(\.fingerprint)) == Set(published.map(\.fingerprint))
        guard !isComplete || file.keys.first?.fingerprint != active?.fingerprint else { return nil }
        return Bilingual(
            "The metadata file does not hold the keys that are published now with the active one first: run: drawbridge metadata generate",
            "元数据文件与当前已发布的密钥不一致，或首位不是生效密钥，请执行：drawbridge metadata generate"
        )
    }

    private var reach: Bilingual? {
        guard !facts.configuration.baseURL.hasPrefix("https://") else { return nil }
        return Bilingual(
            "base_url is not an https address: HUAWEI CLOUD cannot reach it.",
            "base_url 不是 https 地址，华为云无法访问。"
        )
    }

    private var upload: Bilingual? {
        guard let file = facts.file, facts.uploads.last?.sha256 != file.sha256 else { return nil }
        let place = PartnerCenter.accessConfiguration
        let command = "drawbridge access-config record --uploaded \(file.path) --by"
        return Bilingual(
            "This metadata file is not recorded as uploaded: upload it (\(place.en)), then run: \(command) NAME",
            "未登记该元数据文件的上传：先上传（\(place.zh)），再执行：\(command) 姓名"
        )
    }

    private var cutOver: Bilingual? {
        guard let upload = facts.uploads.last, upload.fingerprints.first != active?.fingerprint else { return nil }
        return Bilingual(
            "The last upload has another key first than the active one: HUAWEI CLOUD refuses every sign-on. See: drawbridge keys list",
            "最近一次上传的首个密钥不是生效密钥，华为云会拒绝所有登录。请查看：drawbridge keys list"
        )
    }

    private var notification: Bilingual? {
        let url = facts.configuration.baseURL + "/huawei/association"
        guard facts.ids.notificationURL?.value != url else { return nil }
        let place = PartnerCenter.accessConfiguration
        let command = "drawbridge access-config record --notification-url \(url) --by"
        return Bilingual(
            "The notification URL is not recorded as entered: enter it (\(place.en)), then run: \(command) NAME",
            "未登记通知结果绑定地址的填写：先填写（\(place.zh)），再执行：\(command) 姓名"
        )
    }

    private var returnAddresses: Bilingual? {
        let set = facts.configuration.returnAddresses
        let wrong = [("--paid-url", set.paid, facts.ids.paidURL), ("--top-up-url", set.topUp, facts.ids.topUpURL)]
            .compactMap { option, value, record in
                value.flatMap { $0 == record?.value ? nil : "\(option) \($0)" }
            }
        guard !wrong.isEmpty else { return nil }
        let command = "drawbridge access-config record \(wrong.joined(separator: " ")) --by"
        let place = AccessField.Page.returns.title
        return Bilingual(
            "Return addresses are not recorded as entered: enter them (\(place.en)), then run: \(command) NAME",
            "未登记回跳地址的填写：先填写（\(place.zh)），再执行：\(command) 姓名"
        )
    }

    private var platformID: Bilingual? {
        guard facts.huawei.platformID == nil else { return nil }
        let place = PartnerCenter.accessConfiguration
        let command = "drawbridge access-config record --platform-id"
        return Bilingual(
            "The platform id is not known: Partner Center shows it once the form is filled in (\(place.en)); then run: \(command) ID --by NAME",
            "尚无伙伴平台标识：完成表单后可在伙伴中心查看（\(place.zh)），再执行：\(command) 标识 --by 姓名"
        )
    }

    private var partnerID: Bilingual? {
        guard facts.huawei.partnerID == nil else { return nil }
        let place = PartnerCenter.credentials
        let command = "drawbridge access-config record --bp-id"
        return Bilingual(
            "bpId is not known: Partner Center shows it (\(place.en)); then run: \(command) ID --by NAME",
            "尚无 bpId：可在伙伴中心查看（\(place.zh)），再执行：\(command) 标识 --by 姓名"
        )
    }

    private var active: KeyRecord? { facts.keys.first { $0.state == .active } }
}
