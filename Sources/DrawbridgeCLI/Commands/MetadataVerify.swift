import ArgumentParser
import SAML
import XMLSecurity

/// `metadata verify`.
struct MetadataVerify: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "verify",
            abstract: say("Verify the signature on a metadata file.", "验证元数据文件的签名。"),
            discussion: say(
                "Ends with 1 when it does not verify with that certificate.\nExample: drawbridge metadata verify sp-metadata.xml --certificate huawei.pem",
                "用该证书无法验证时退出码为 1。\n示例：drawbridge metadata verify sp-metadata.xml --certificate huawei.pem"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("The file; - for standard input.", "文件；- 表示标准输入。"), valueName: say("file", "文件")))
    var file: String

    @Option(
        help: ArgumentHelp(say("Who must have signed it (PEM).", "签名者的证书（PEM）。"), valueName: say("file", "文件"))
    )
    var certificate: String

    @OptionGroup var output: FormatOption
    @OptionGroup var language: LanguageOption

    private struct Item: Encodable {
        let id: String
        let signatureAlgorithm: String
        let digestAlgorithm: String
        let certificateSha256: String
        let warnings: [String]
    }

    func run() async throws {
        let signer = try CertificateFile.read(certificate)
        let signed = try verify(try parse(), signer)
        let warnings = signed.digestAlgorithm == .sha1 ? [MetadataWarning.sha1Digest] : []
        switch output.format {
        case .json:
            let item = Item(
                id: signed.id,
                signatureAlgorithm: signed.signatureAlgorithm.rawValue,
                digestAlgorithm: signed.digestAlgorithm.rawValue,
                certificateSha256: signer.fingerprint,
                warnings: warnings.map(\.rawValue)
            )
            try ListOutput(schema: "drawbridge.metadata-verify.v1", items: [item]).print()
        case .text:
            Terminal.print(Terminal.paint("✓ " + say("the signature verifies", "签名有效"), .green) + "  #\(signed.id)")
            Terminal.print("  SignatureMethod \(signed.signatureAlgorithm.rawValue)")
            Terminal.print("  DigestMethod \(signed.digestAlgorithm.rawValue)")
            Terminal.print("  \(signer.subject), SHA-256 \(signer.fingerprint)")
        }
        for warning in warnings {
            Terminal.error(say("warning: ", "警告：") + warning.rawValue + ": " + warning.message[Speech.language])
        }
    }

    private func parse() throws -> XMLDocument {
        let bytes = try InputFile.read(file)
        do {
            return try XMLDocument(parsing: bytes, limits: .metadata)
        } catch {
            Terminal.print(Refusal(error))
            throw ExitCode(CommandFailure.Status.unusable.rawValue)
        }
    }

    private func verify(_ document: XMLDocument, _ signer: Certificate) throws -> SignedElement {
        do {
            return try MetadataSignature.verify(document.root, signer)
        } catch {
            Terminal.print(error)
            throw ExitCode(CommandFailure.Status.doesNotHold.rawValue)
        }
    }
}
