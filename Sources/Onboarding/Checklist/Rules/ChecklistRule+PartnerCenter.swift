import SAML

// What Partner Center was told, and what it gave (huawei-cloud.md 1.1, 1.2).
extension ChecklistRule {
    static let partnerCenter: [ChecklistRule] = [
        ChecklistRule(
            "partner-center.platform-id",
            .jointDebug,
            .must,
            source: "huawei-cloud.md 10 #22 (1.1, 3.1)",
            title: Bilingual("The platform id of Partner Center is recorded", "已记录伙伴平台标识"),
            hint: Bilingual(
                "Upload the metadata in Partner Center, and record what it gives: drawbridge access-config record --platform-id ID --by NAME",
                "在伙伴中心上传元数据，并记录其给出的标识：drawbridge access-config record --platform-id ID --by 姓名"
            ),
            on: \.partnerCenter
        ) { center, _ in
            guard let id = center.platformID else {
                return .fail("There is no platform id yet.", "尚无伙伴平台标识。")
            }
            return .pass("It is there.", "已记录。", [ChecklistFact("xAccountType", id)])
        },
        ChecklistRule(
            "partner-center.bp-id",
            .jointDebug,
            .must,
            source: "huawei-cloud.md 10 #50 (1.1, 3.5)",
            title: Bilingual("The partner's account id is recorded", "已记录伙伴账号 ID（bpId）"),
            hint: Bilingual(
                "drawbridge access-config record --bp-id ID --by NAME",
                "drawbridge access-config record --bp-id ID --by 姓名"
            ),
            on: \.partnerCenter
        ) { center, _ in
            guard let id = center.partnerID else { return .fail("There is no bpId yet.", "尚无 bpId。") }
            let facts = [ChecklistFact("bpId", id)]
            let isUsual = id.utf8.count == 32 && id.allSatisfy(\.isHexDigit)
            return isUsual
                ? .pass("It is there.", "已记录。", facts)
                : .warn("It is there, and not of 32 hexadecimal digits as usual.", "已记录，但不是通常的 32 位十六进制。", facts)
        },
        ChecklistRule(
            "partner-center.uploaded",
            .jointDebug,
            .must,
            source: "huawei-cloud.md 1.2, Drawbridge design 10",
            title: Bilingual("The metadata that was uploaded is the file that is here", "已上传的元数据与当前文件一致"),
            hint: Bilingual(
                "Upload metadata/idp-metadata.xml, then: drawbridge access-config record --uploaded FILE --by NAME",
                "上传 metadata/idp-metadata.xml 后执行：drawbridge access-config record --uploaded 文件 --by 姓名"
            ),
            on: \.partnerCenter
        ) { center, _ in
            guard let uploaded = center.uploaded else {
                return .fail("No upload is recorded.", "没有上传记录。")
            }
            guard let served = center.served else {
                return .notVerified(
                    "Our metadata file is not there to compare with; run: drawbridge metadata generate",
                    "没有可比对的本方元数据文件，请执行：drawbridge metadata generate",
                    [ChecklistFact("uploaded", uploaded)]
                )
            }
            let facts = [ChecklistFact("uploaded", uploaded), ChecklistFact("here", served)]
            return uploaded == served
                ? .pass("Both are the same, octet by octet.", "两者逐字节一致。", facts)
                : .fail("They differ.", "两者不同。", facts)
        },
        ChecklistRule(
            "partner-center.base-url",
            .jointDebug,
            .must,
            source: "huawei-cloud.md 10 #55 (1.2, 5)",
            title: Bilingual("Our addresses are https", "本方地址均为 https"),
            hint: Bilingual("Set base_url to the public https address.", "请将 base_url 设为公网 https 地址。"),
            on: \.partnerCenter
        ) { center, _ in
            let facts = [ChecklistFact("notification URL", center.notificationAddress)]
            return center.baseURL.hasPrefix("https://")
                ? .pass("They are.", "均为 https。", facts)
                : .fail("They are not.", "不是 https。", facts)
        },
        ChecklistRule(
            "partner-center.notification-url",
            .jointDebug,
            .must,
            source: "huawei-cloud.md 1.2, Drawbridge design 10",
            title: Bilingual("The notification URL in Partner Center is ours", "伙伴中心的通知结果绑定地址为本方地址"),
            hint: Bilingual(
                "Enter what access-config show says, then: drawbridge access-config record --notification-url URL --by NAME",
                "按 access-config show 填写后执行：drawbridge access-config record --notification-url 地址 --by 姓名"
            ),
            on: \.partnerCenter
        ) { center, _ in
            let ours = ChecklistFact("ours", center.notificationAddress)
            guard let recorded = center.notificationURL else {
                return .fail("Nobody recorded what was entered.", "尚未登记填写的地址。", [ours])
            }
            let facts = [ours, ChecklistFact("entered", recorded)]
            return recorded == center.notificationAddress
                ? .pass("It is, letter by letter.", "逐字符一致。", facts)
                : .fail("It is another: no association would reach us.", "两者不同，绑定通知将无法送达。", facts)
        },
        ChecklistRule(
            "partner-center.return-addresses",
            .jointDebug,
            .should,
            source: "huawei-cloud.md 1.2",
            title: Bilingual(
                "Both return addresses are set, https, and in Partner Center as configured",
                "两个回跳地址均已设置、为 https，且与伙伴中心一致"
            ),
            hint: Bilingual(
                "Set partner_center.paid_url and partner_center.top_up_url, enter them, then: drawbridge access-config record --paid-url URL --top-up-url URL --by NAME",
                "设置 partner_center.paid_url 和 partner_center.top_up_url 并填写后执行：drawbridge access-config record --paid-url 地址 --top-up-url 地址 --by 姓名"
            ),
            on: \.partnerCenter
        ) { center, _ in
            judge(center.returnAddresses)
        },
    ]

    private static func judge(_ addresses: [PartnerCenterEvidence.ReturnAddress]) -> ChecklistFinding {
        let facts = addresses.flatMap { address in
            [
                ChecklistFact("\(address.name) configured", address.configured ?? "-"),
                ChecklistFact("\(address.name) entered", address.recorded ?? "-"),
            ]
        }
        let known = addresses.flatMap { [$0.configured, $0.recorded].compactMap(\.self) }
        guard known.allSatisfy({ $0.hasPrefix("https://") }) else {
            return .fail("Not all are https.", "并非都是 https。", facts)
        }
        // One that is entered and not configured is one of which nobody here knows.
        guard addresses.allSatisfy({ $0.recorded == nil || $0.recorded == $0.configured }) else {
            return .fail("Partner Center has another one.", "伙伴中心填写的地址不同。", facts)
        }
        let entered = addresses.count { $0.recorded != nil }
        return entered == addresses.count
            ? .pass("They are.", "均符合。", facts)
            : .warn(
                "\(entered) of \(addresses.count) are recorded as entered.",
                "已登记 \(entered)/\(addresses.count) 个。",
                facts
            )
    }
}

extension PartnerCenterEvidence {
    /// Where association results reach us.
    var notificationAddress: String { baseURL + "/huawei/association" }
}
