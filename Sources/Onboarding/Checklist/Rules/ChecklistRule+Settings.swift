import SAML

// What is fit for joint debugging alone.
extension ChecklistRule {
    static let settings: [ChecklistRule] = [
        ChecklistRule(
            "settings.portal",
            .jointDebug,
            .must,
            source: "Drawbridge design 7",
            title: Bilingual("Customers have somewhere to sign in", "客户有登录入口"),
            hint: Bilingual("drawbridge portals add NAME …", "drawbridge portals add 名称 …"),
            on: \.settings
        ) { settings, _ in
            let facts = settings.portals.map { ChecklistFact("portal", $0) }
            if !facts.isEmpty { return .pass("A portal is registered.", "已登记门户。", facts) }
            return settings.hasTestDirectory
                ? .warn("Only the test directory is there.", "仅有测试目录。")
                : .fail("No portal is registered.", "尚未登记门户。")
        },
        ChecklistRule(
            "settings.test-directory",
            .live,
            .must,
            source: "Drawbridge design 4.10",
            title: Bilingual("The test directory is off", "测试目录已关闭"),
            hint: Bilingual("Take test_directory out of drawbridge.yaml.", "请从 drawbridge.yaml 中删除 test_directory。"),
            on: \.settings
        ) { settings, _ in
            settings.hasTestDirectory ? .fail("It is on.", "测试目录仍开启。") : .pass("It is off.", "已关闭。")
        },
        ChecklistRule(
            "settings.log",
            .live,
            .must,
            source: "Drawbridge design 8",
            title: Bilingual("The log is not set to debug", "日志级别不是调试"),
            hint: Bilingual("Set log.level to info.", "请将 log.level 设为 info。"),
            on: \.settings
        ) { settings, _ in
            let facts = [ChecklistFact("log.level", settings.logLevel)]
            return ["trace", "debug"].contains(settings.logLevel)
                ? .fail("It is.", "日志级别为调试。", facts) : .pass("It is not.", "符合。", facts)
        },
        ChecklistRule(
            "settings.shared-secret",
            .live,
            .must,
            source: "Drawbridge design 7",
            title: Bilingual("No portal signs with a shared secret", "没有门户使用共享密钥签名"),
            hint: Bilingual(
                "Give the portal a key pair: drawbridge portals add --algorithm ES256 …",
                "请为门户改用密钥对：drawbridge portals add --algorithm ES256 …"
            ),
            on: \.settings
        ) { settings, _ in
            let facts = settings.sharedSecretPortals.map { ChecklistFact("portal", $0) }
            return facts.isEmpty
                ? .pass("None does.", "符合。")
                : .fail("Who can check its tokens can make them.", "能验证其令牌者即可伪造。", facts)
        },
        ChecklistRule(
            "settings.simulation",
            .live,
            .must,
            source: "Drawbridge design 4.10",
            title: Bilingual("No SP is a simulation", "没有 SP 属于模拟环境"),
            hint: Bilingual("drawbridge sp remove NAME", "drawbridge sp remove 名称"),
            on: \.settings
        ) { settings, _ in
            let facts = settings.simulatedProviders.map { ChecklistFact("SP", $0) }
            return facts.isEmpty ? .pass("None is.", "符合。") : .fail("One is.", "存在模拟 SP。", facts)
        },
        ChecklistRule(
            "settings.tls",
            .live,
            .must,
            source: "Drawbridge design 8",
            title: Bilingual("TLS ends in the service, or at a proxy that is named", "TLS 由服务或已登记的代理终结"),
            hint: Bilingual(
                "Set tls.certificate_file and tls.key_file, or trusted_proxies.",
                "请设置 tls.certificate_file 与 tls.key_file，或 trusted_proxies。"
            ),
            on: \.settings
        ) { settings, _ in
            settings.hasTLS
                ? .pass("It does.", "符合。")
                : .fail("Neither is configured.", "两者均未配置。")
        },
    ]
}
