import SAML

// What only a look at the world shows (huawei-cloud.md 3.7, 6.2, 9).
extension ChecklistRule {
    /// How old a look may be, in seconds (design section 10).
    private static let probeAge: Int64 = 86_400
    /// What HUAWEI CLOUD, or a simulation of it, shows; the others are our clock, our addresses and our portals.
    private static let theirs: Set<String> = ["world.gateways", "world.gateway-clock", "world.sp-certificate"]

    static let world: [ChecklistRule] = [
        look("world.clock", .must, "huawei-cloud.md 10 #46 (3.7)", "The clock is right", "时钟准确"),
        look(
            "world.gateways",
            .must,
            "huawei-cloud.md 10 #68 (6.2, 1.3)",
            "Every gateway is reached, with TLS and a certificate as they must be",
            "各网关可达，TLS 与证书符合要求"
        ),
        look(
            "world.gateway-clock",
            .must,
            "huawei-cloud.md 10 #46 (3.7)",
            "The clock agrees with the gateways'",
            "时钟与网关一致"
        ),
        look(
            "world.public-base",
            .must,
            "huawei-cloud.md 10 #55 (1.2, 5)",
            "Our addresses are reached from outside",
            "本方地址可从公网访问"
        ),
        look(
            "world.notification",
            .must,
            "huawei-cloud.md 10 #55 (1.2, 5)",
            "The notification address answers from outside",
            "通知地址可从公网访问"
        ),
        look(
            "world.return-addresses",
            .must,
            "huawei-cloud.md 1.1, 1.2",
            "Every return address that is set answers",
            "已设置的回跳地址均可访问"
        ),
        look(
            "world.portal-keys",
            .should,
            "Drawbridge design 7",
            "The keys of each portal are reached and strong",
            "各门户密钥可达且强度足够"
        ),
        look(
            "world.tls-certificate",
            .must,
            "Drawbridge design 8",
            "Our TLS certificate is trusted and lasts",
            "本方 TLS 证书可信且在有效期内"
        ),
        look(
            "world.sp-certificate",
            .should,
            "huawei-cloud.md 10 #20 (4.2)",
            "HUAWEI CLOUD serves the certificates that are imported and on the whitelist",
            "华为云当前证书与已导入的及白名单中的一致"
        ),
    ]

    private static func look(
        _ id: String,
        _ level: ChecklistLevel,
        _ source: String,
        _ en: String,
        _ zh: String
    ) -> ChecklistRule {
        ChecklistRule(
            id,
            .live,
            level,
            source: source,
            title: Bilingual(en, zh),
            hint: Bilingual(
                "Look at it: drawbridge checklist run --stage live --probe (Documentation/probes.md says whom it calls)",
                "请探测：drawbridge checklist run --stage live --probe（访问对象见 Documentation/probes.md）"
            ),
            longestAge: probeAge,
            on: \.world
        ) { world, _ in
            guard let look = world.looks[id] else { return .notVerified("It was not looked at.", "尚未探测。") }
            let finding: ChecklistFinding =
                switch look.judgement {
                case .good: .pass("It is so.", "符合。", look.facts)
                case .doubtful: .warn("It is so, and somebody should look.", "符合，但请关注。", look.facts)
                case .bad: .fail("It is not so.", "不符合。", look.facts)
                case .unseen: .notVerified("It could not be looked at.", "无法探测。", look.facts)
                }
            return theirs.contains(id) ? finding : finding.proved(against: .ownMeasurement)
        }
    }
}
