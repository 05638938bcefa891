import IdentityProvider
import SAML

/// What was found of a chain.
struct ReportedChain: Encodable {
    let chain: String
    let isIntact: Bool
    var entries: Int?
    var brokenAt: Int64?
    var fault: String?
    /// The number of the last entry that retention removed.
    let checkpoint: Int64?
    let sentence: String

    init(_ chain: AuditChain, _ verdict: ChainVerdict, checkpoint: ChainSeal?) {
        self.chain = chain.rawValue
        self.checkpoint = checkpoint?.sequence
        let name = Self.name(chain)[Speech.language]
        switch verdict {
        case .intact(let entries):
            isIntact = true
            self.entries = entries
            let behind =
                checkpoint.map { say(" behind the checkpoint at \($0.sequence)", "，起自检查点 \($0.sequence)") } ?? ""
            sentence =
                Terminal.paint("✓ ", .green)
                + say("\(name): \(entries) entries intact\(behind)", "\(name)：\(entries) 条记录完整\(behind)")
        case .broken(let sequence, let fault):
            isIntact = false
            brokenAt = sequence
            self.fault = fault.rawValue
            let what = Self.meaning(fault)[Speech.language]
            sentence =
                Terminal.paint("✗ ", .red)
                + say("\(name): entry \(sequence): \(what)", "\(name)：第 \(sequence) 条：\(what)")
        }
    }

    private static func name(_ chain: AuditChain) -> Bilingual {
        switch chain {
        case .ledger: Bilingual("ledger", "签发账本")
        case .trail: Bilingual("trail", "审计记录")
        }
    }

    private static func meaning(_ fault: ChainFault) -> Bilingual {
        switch fault {
        case .missing: Bilingual("it was removed", "已被删除")
        case .altered: Bilingual("its content, time or place was changed", "内容、时间或位置被改动")
        case .cutOff: Bilingual("the end was cut off here", "末尾从此处被截去")
        case .behindCheckpoint: Bilingual("it stands in front of the checkpoint and was put in", "位于检查点之前，系事后插入")
        case .checkpoint:
            Bilingual("the checkpoint there was not sealed with our account secret", "该处检查点不是用本机账号密钥封印的")
        case .rewritten: Bilingual("it does not fit the seal: the chain was computed anew", "与封印不符：链被整体重算")
        }
    }
}
