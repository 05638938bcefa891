import ArgumentParser
import SAML
import XMLSecurity

/// `checklist verify`.
struct ChecklistVerify: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "verify",
            abstract: say("Verify an evidence bundle, offline.", "离线验证证据包。"),
            discussion: say(
                "Without --certificate a good signature says that nothing was changed, and not whose key it is.\nExample: drawbridge checklist verify evidence-run-7.tar.gz --certificate certs/signing-1.crt.pem",
                "不提供 --certificate 时，签名有效只说明内容未被改动，不能说明密钥属于谁。\n示例：drawbridge checklist verify evidence-run-7.tar.gz --certificate certs/signing-1.crt.pem"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("The bundle.", "证据包。"), valueName: say("file", "文件")))
    var file: String

    @Option(
        help: ArgumentHelp(
            say("The certificate that the IdP's key must have, in PEM.", "IdP 密钥应有的证书（PEM）。"),
            valueName: say("file", "文件")
        )
    )
    var certificate: String?

    @OptionGroup var output: FormatOption

    private struct Report: Encodable {
        let schema = "drawbridge.bundle-verdict.v1"
        let holds: Bool
        let isExpectedKey: Bool
        let signedBy: String?
        let run: Int64?
        let files: Int
        let refusals: [String]
    }

    func run() throws {
        let expected = try certificate.map { try CertificateFile.read($0) }
        let bytes = try InputFile.read(file, longest: EvidenceBundle.largest)
        let verdict = EvidenceBundle.verify(bytes, trusting: expected)
        switch output.format {
        case .json: Terminal.print(try JSONText.encode(report(verdict)))
        case .text: tell(verdict)
        }
        guard verdict.holds else { throw ExitCode(CommandFailure.Status.doesNotHold.rawValue) }
    }

    private func report(_ verdict: BundleVerdict) -> Report {
        var isExpected = false
        if case .expected = verdict.signer { isExpected = true }
        return Report(
            holds: verdict.holds,
            isExpectedKey: isExpected,
            signedBy: verdict.manifest?.signedBy,
            run: verdict.manifest?.run.number,
            files: verdict.manifest?.files.count ?? 0,
            refusals: verdict.refusals.map { $0.sentence[Speech.language] }
        )
    }

    private func tell(_ verdict: BundleVerdict) {
        for refusal in verdict.refusals {
            Terminal.print(Terminal.paint("✗ ", .red) + refusal.sentence[Speech.language])
        }
        guard verdict.holds, let manifest = verdict.manifest else { return }
        Terminal.print(
            Terminal.paint("✓ ", .green)
                + say(
                    "\(manifest.files.count) files are as they were signed, on \(manifest.madeAt)",
                    "\(manifest.files.count) 个文件与签名时一致，签名于 \(manifest.madeAt)"
                )
        )
        let key = PrettyXML.plain(manifest.signedBy)
        if case .expected = verdict.signer {
            Terminal.print(Terminal.paint("✓ ", .green) + say("by the expected key \(key)", "签名密钥符合预期：\(key)"))
        } else {
            Terminal.print(
                Terminal.paint("! ", .yellow)
                    + say("by the key \(key); compare it with the IdP's metadata", "签名密钥：\(key)，请与 IdP 元数据核对")
            )
        }
    }
}
