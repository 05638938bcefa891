public import SAML

/// A row of the catalogue that no message can try against this build, with the reason.
public struct InapplicableAttack: Sendable {
    /// The row, 1 to ``Attack/lastNumber``.
    public let number: Int
    /// Why it is not tried, and what stands in its place.
    public let reason: Bilingual

    /// All of them, by number.
    public static let all: [InapplicableAttack] = [
        row(
            17,
            "A partner that was switched off is a state, not a message; SignOnTests removes one between request and answer.",
            "停用伙伴属于状态而非消息；SignOnTests 在请求与应答之间移除伙伴。"
        ),
        row(
            54,
            "The artifact binding is not offered and no artifact is ever resolved.",
            "未提供 artifact 绑定，从不解析 artifact。"
        ),
        row(
            55,
            "A stolen key signs valid messages; what helps is the owner-only key file, rollover and the issuance ledger.",
            "密钥失窃后签出的消息都是有效的；对策是仅属主可读的密钥文件、密钥轮换和签发账本。"
        ),
        row(
            57,
            "Timing is a property of a running service; no test here waits or measures time, comparisons are constant-time.",
            "时序差异属于运行中的服务；此处测试不等待也不计时，比较均为恒定时间。"
        ),
        row(
            58,
            "Validation reaches no network. What an operator has fetched goes through GuardedClient, which OutboundTests attack.",
            "校验过程不访问网络。运维人员主动获取的内容经 GuardedClient，由 OutboundTests 攻击验证。"
        ),
        row(
            59,
            "About what we publish, not about what we receive: metadata is written from certificates, which hold no secret.",
            "涉及我方发布而非接收的内容：元数据只由证书生成，不含秘密。"
        ),
        row(
            61,
            "About our log, not about a verdict: RelayState, keys and customers do not describe themselves.",
            "涉及日志而非判定：RelayState、密钥和客户数据不会自我描述。"
        ),
    ]

    private static func row(_ number: Int, _ en: String, _ zh: String) -> InapplicableAttack {
        InapplicableAttack(number: number, reason: Bilingual(en, zh))
    }
}
