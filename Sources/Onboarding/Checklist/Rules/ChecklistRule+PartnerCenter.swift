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
            let facts = [ChecklistFact("uploaded", uploaded), ChecklistFact("here", center.served ?? "-")]
            return uploaded == center.served
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
            let facts = [ChecklistFact("notification URL", center.baseURL + "/huawei/association")]
            return center.baseURL.hasPrefix("https://")
                ? .pass("They are.", "均为 https。", facts)
                : .fail("They are not.", "不是 https。", facts)
        },
        ChecklistRule(
            "partner-center.return-addresses",
            .jointDebug,
            .should,
            source: "huawei-cloud.md 1.2",
            title: Bilingual("Both return addresses are set, and https", "两个回跳地址均已设置且为 https"),
            hint: Bilingual(
                "Set partner_center.paid_url and partner_center.back_url.",
                "请设置 partner_center.paid_url 和 partner_center.back_url。"
            ),
            on: \.partnerCenter
        ) { center, _ in
            let facts = center.returnAddresses.map { ChecklistFact("address", $0) }
            guard center.returnAddresses.count == 2 else {
                return .warn(
                    "\(center.returnAddresses.count) of 2 are set.",
                    "仅设置了 \(center.returnAddresses.count)/2 个。",
                    facts
                )
            }
            return center.returnAddresses.allSatisfy { $0.hasPrefix("https://") }
                ? .pass("They are.", "均符合。", facts) : .fail("Not both are https.", "并非都是 https。", facts)
        },
    ]
}
