import Onboarding
import SAML
import TestSupport
import XMLSecurity

@testable import DrawbridgeCLI

/// A run with every verdict, and with text that means harm to every format.
enum ChecklistSample {
    static let at = Instant(seconds: 1_795_000_000)
    static let harm = "<script>alert(1)</script> | `x` ]]> \" & \u{1B}[31m\n| second"
    static let scan = Array("a scan".utf8)

    static let rules: [ChecklistRule] = [
        rule("a.pass", .must, .pass("It holds.", "成立。", [ChecklistFact("harm", harm)])),
        rule("a.fail", .must, .fail("It failed \(harm)", "失败 \(harm)", [ChecklistFact(harm, harm)])),
        rule("a.warn", .should, .warn("Look.", "请查看。")),
        rule("a.unknown", .must, .notVerified("Nobody knows.", "无人知晓。")),
        rule("a.later", .should, .notVerified("Nobody looked.", "无人查看。")),
        rule("a.waived", .must, .fail("Not yet.", "尚未。")),
    ]

    private static func rule(_ id: String, _ level: ChecklistLevel, _ finding: ChecklistFinding) -> ChecklistRule {
        ChecklistRule(
            id,
            .prepare,
            level,
            source: "source <\(id)>",
            title: Bilingual("Title of \(id)", "\(id) 的标题"),
            hint: Bilingual("Do \(id)", "处理 \(id)"),
            on: \.attachments,
            check: { _, _ in finding }
        )
    }

    static var run: ChecklistRun {
        var evidence = ChecklistEvidence()
        evidence.attachments = .taken([:], at: at, against: .person)
        let waiver = ChecklistWaiver(
            "a.waived",
            by: ChecklistPerson(name: "李雷 <ops>", role: .approver, systemUser: "root"),
            reason: "because \(harm)",
            since: at,
            until: at.adding(seconds: 60)
        )
        return ChecklistRun(
            .live,
            at: at,
            by: "Han <Mei>",
            under: .init(version: "1.0", configuration: "c0ffee", metadata: nil),
            results: rules.map {
                $0.result(on: evidence, waiver: $0.id == "a.waived" ? waiver : nil, for: .live, at: at)
            }
        )
    }

    static var report: ChecklistReport { ChecklistReport(run, rules: rules, number: 7) }

    static func key(_ key: PrivateKey) throws -> SigningKey {
        try SigningKey(privateKey: key, certificate: TestPKI.certificate(for: key))
    }

    static func bundle(_ key: PrivateKey = TestPKI.rsa2048) throws -> [UInt8] {
        try EvidenceBundle.write(
            report,
            attachments: [attachment("b.png"), attachment("扫描件.pdf")],
            madeAt: at,
            signedBy: self.key(key),
            language: .zh
        )
    }

    static func attachment(_ name: String, content: [UInt8] = scan) -> EvidenceBundle.Attachment {
        let sha256 = Hexadecimal.encode(Digest.sha256(scan))
        return EvidenceBundle.Attachment(
            attachment: ChecklistAttachment(
                "a.pass",
                name: name,
                sha256: sha256,
                by: ChecklistPerson(label: "Li", systemUser: nil),
                at: at
            ),
            content: content
        )
    }
}
