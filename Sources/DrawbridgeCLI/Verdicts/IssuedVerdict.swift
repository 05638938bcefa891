import IdentityProvider
import SAML
import Storage
import XMLSecurity

/// Whether we issued a message: by its signature, and by the ledger.
struct IssuedVerdict {
    /// The verdict for machines.
    struct Reported: Encodable {
        let schema = "drawbridge.audit-issued.v1"
        let verdict: String
        let sentence: String
        let record: ReportedRecord?
    }

    private enum Finding: String {
        case issued
        case notOurKey = "not-our-key"
        case notInLedger = "not-in-ledger"
        case differs
        case ledgerBroken = "ledger-broken"
    }

    private let finding: Finding
    private let record: AuditRecord?
    let sentence: String

    var isOurs: Bool { finding == .issued }

    var reported: Reported {
        Reported(verdict: finding.rawValue, sentence: sentence, record: record.map(ReportedRecord.init))
    }

    init(_ input: [UInt8], _ workspace: Workspace) async throws {
        let proof: SignatureProof
        do {
            let keys = try workspace.keyDirectory.names().map { try workspace.keyDirectory.certificate($0) }
            let xml = try PostedMessage.xml(of: input, .response)
            proof = try SignatureProof(closestToAssertionIn: xml, keys: keys.map { VerificationKey($0) })
        } catch let refusal as Refusal {
            self.init(.notOurKey, nil, Self.notOurs(refusal))
            return
        }
        guard case .intact = try await workspace.archive.verify(.ledger, with: workspace.sealingKey()) else {
            self.init(.ledgerBroken, nil, Self.broken)
            return
        }
        var query = AuditQuery()
        query.message = proof.id
        let records = try await workspace.archive.records(query)
        guard let record = records.first, case .issuance(let entry) = record.content else {
            let checkpoint = try await workspace.archive.checkpoint(.ledger)
            self.init(.notInLedger, nil, Self.golden(proof, checkpoint))
            return
        }
        let isSame = entry.keyID == proof.signature.key.fingerprint && (entry.digest ?? proof.digest) == proof.digest
        self.init(isSame ? .issued : .differs, record, isSame ? Self.issued(entry) : Self.differs(entry))
    }

    private init(_ finding: Finding, _ record: AuditRecord?, _ sentence: String) {
        self.finding = finding
        self.record = record
        self.sentence = sentence
    }

    private static func issued(_ entry: LedgerEntry) -> String {
        say(
            "We issued it at \(entry.at.xsDateTime) for \(entry.serviceProvider), reference \(entry.reference); see: drawbridge audit why \(entry.reference)",
            "由本服务于 \(entry.at.xsDateTime) 为 \(entry.serviceProvider) 签发，参考编号 \(entry.reference)；详见：drawbridge audit why \(entry.reference)"
        )
    }

    private static func notOurs(_ refusal: Refusal) -> String {
        say(
            "We did not issue it: no key of ours signed it (\(refusal.code.id): \(refusal.code.message.en))",
            "不是本服务签发：其签名不是我方密钥所为（\(refusal.code.id)：\(refusal.code.message.zh)）"
        )
    }

    private static func golden(_ proof: SignatureProof, _ checkpoint: ChainSeal?) -> String {
        let key = proof.signature.key.fingerprint ?? ""
        let older = checkpoint.map {
            say(
                " Entries up to \($0.sequence) were removed by retention; look in the backups first.",
                "第 \($0.sequence) 条及之前的记录已按保留期删除，请先查备份。"
            )
        }
        return say(
            "Our key \(key) signed it, and \(proof.id) is not in the ledger: somebody else has the key (golden SAML). Stop the service, make a new key, have its metadata uploaded, and look for how the key got out.",
            "它由我方密钥 \(key) 签名，但账本中没有 \(proof.id)：密钥已被他人掌握（Golden SAML）。请停止服务、更换密钥并重新上传元数据，查清泄露途径。"
        ) + (older ?? "")
    }

    private static func differs(_ entry: LedgerEntry) -> String {
        say(
            "Our key signed it, and what we issued under this ID (reference \(entry.reference)) is something else: somebody else has the key (golden SAML).",
            "它由我方密钥签名，但本服务以该 ID 签发的内容（参考编号 \(entry.reference)）与之不同：密钥已被他人掌握（Golden SAML）。"
        )
    }

    private static var broken: String {
        say(
            "Our key signed it, and the ledger is not intact, so that it proves nothing; see: drawbridge audit verify",
            "它由我方密钥签名，但账本不完整，无法作证；请执行：drawbridge audit verify"
        )
    }
}
