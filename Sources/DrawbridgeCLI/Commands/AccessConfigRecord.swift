import ArgumentParser
import HuaweiCloud
import IdentityProvider
import SAML
import Server
import Storage
import XMLSecurity

/// `access-config record`.
struct AccessConfigRecord: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "record",
            abstract: say(
                "Record what stands in Partner Center: uploaded metadata, platform id, bpId, addresses.",
                "登记伙伴中心中的内容：已上传的元数据、伙伴平台标识、bpId、各地址。"
            ),
            discussion: say(
                "A running service uses recorded ids within a second where the configuration has none. A key is activated for HUAWEI CLOUD only when the last upload has it first.\nExample: drawbridge access-config record --platform-id example_IDP --uploaded idp-metadata.xml --by Li",
                "配置中未填写时，运行中的服务会在一秒内采用登记的标识。只有最近一次上传以该密钥为首时，才能对华为云启用它。\n示例：drawbridge access-config record --platform-id example_IDP --uploaded idp-metadata.xml --by Li"
            )
        )
    }

    @Option(help: ArgumentHelp(say("The file that was uploaded.", "已上传的文件。"), valueName: say("file", "文件")))
    var uploaded: String?

    @Option(
        name: .customLong("platform-id"),
        help: ArgumentHelp(
            say("The partner platform id (xAccountType) that Partner Center shows.", "伙伴中心显示的伙伴平台标识（xAccountType）。"),
            valueName: "id"
        )
    )
    var platformID: String?

    @Option(
        name: .customLong("bp-id"),
        help: ArgumentHelp(
            say("The partner's own HUAWEI CLOUD account id.", "伙伴自己的华为云账号 ID。"),
            valueName: "id"
        )
    )
    var partnerID: String?

    @Option(
        name: .customLong("notification-url"),
        help: ArgumentHelp(
            say("The notification URL as it was entered.", "已填写的通知结果绑定地址。"),
            valueName: "url"
        )
    )
    var notificationURL: String?

    @Option(
        name: .customLong("paid-url"),
        help: ArgumentHelp(
            say("The redirect address after an order is paid, as it was entered.", "已填写的订单支付成功跳转地址。"),
            valueName: "url"
        )
    )
    var paidURL: String?

    @Option(
        name: .customLong("top-up-url"),
        help: ArgumentHelp(
            say("The redirect address for a top-up, as it was entered.", "已填写的订单充值跳转地址。"),
            valueName: "url"
        )
    )
    var topUpURL: String?

    @Option(help: ArgumentHelp(say("Who did or saw it.", "操作或核对人。"), valueName: say("name", "姓名")))
    var by: String

    @OptionGroup var config: ConfigurationOption

    func validate() throws {
        guard PersonName.holds(by) else { throw ValidationError("--by: " + PersonName.rule) }
        guard uploaded != nil || !given.isEmpty else {
            throw ValidationError(
                say(
                    "Give at least one of --uploaded, --platform-id, --bp-id, --notification-url, --paid-url and --top-up-url.",
                    "请至少给出 --uploaded、--platform-id、--bp-id、--notification-url、--paid-url、--top-up-url 之一。"
                )
            )
        }
        let rule = say("must have 1 to 64 visible characters.", "必须是 1 到 64 个可见字符。")
        guard platformID.map({ PlatformID($0) != nil }) ?? true else { throw ValidationError("--platform-id " + rule) }
        guard partnerID.map({ PartnerID($0) != nil }) ?? true else { throw ValidationError("--bp-id " + rule) }
        for (name, url) in [
            ("--notification-url", notificationURL), ("--paid-url", paidURL), ("--top-up-url", topUpURL),
        ] {
            // As it stands there: whether it should, the checklist says.
            guard let url, (try? WebAddress(url)) == nil else { continue }
            throw ValidationError(name + say(" takes an https address.", " 须为 https 地址。"))
        }
    }

    private var given: [(kind: RecordedID.Kind, value: String)] {
        let all: [(RecordedID.Kind, String?)] = [
            (.platformID, platformID), (.partnerID, partnerID), (.notificationURL, notificationURL),
            (.paidURL, paidURL), (.topUpURL, topUpURL),
        ]
        return all.compactMap { kind, value in value.map { (kind, $0) } }
    }

    // Everything is judged before anything is kept.
    func run() async throws {
        let workspace = try Workspace(config.path)
        let now = workspace.clock.now
        let upload = try uploaded.map { try UploadedMetadata(path: $0, workspace, at: now) }
        let records = try await judgedRecords(workspace, at: now)
        if !records.isEmpty { try await workspace.idStore.record(records) }
        for record in records {
            Terminal.print(say("recorded ", "已登记 ") + "\(record.kind.rawValue) \(record.value)")
        }
        if let partnerID = partnerID.flatMap(PartnerID.init), !partnerID.hasUsualForm {
            Terminal.print(
                say(
                    "Look again: ids of HUAWEI CLOUD accounts usually have 32 hexadecimal digits.",
                    "请再核对：华为云账号 ID 通常为 32 位十六进制数。"
                )
            )
        }
        if let upload { try await record(upload.record(by: by, at: now), workspace) }
    }

    private func judgedRecords(_ workspace: Workspace, at now: Instant) async throws -> [RecordedID] {
        let records = given.map { RecordedID($0.kind, $0.value, at: now, by: by) }
        guard !records.isEmpty else { return [] }
        let before = try await workspace.idStore.ids()
        let history = [before.platformID, before.partnerID].compactMap(\.self)
        _ = try Workspace.complete(workspace.requireHuawei(), with: PartnerCenterIDs(history + records))
        return records
    }

    private func record(_ upload: MetadataUpload, _ workspace: Workspace) async throws {
        try await workspace.uploadStore.record(upload)
        let first = upload.fingerprints[0]
        let names = try await workspace.keyStore.keys().filter { $0.fingerprint == first }
        Terminal.print(say("recorded ", "已登记 ") + "SHA-256 \(upload.sha256)")
        Terminal.print(say("first key ", "首个密钥 ") + (names.first?.name ?? first))
    }
}
