import ArgumentParser
import SAML
import Server
import XMLSecurity

/// `metadata sign`.
struct MetadataSign: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "sign",
            abstract: say("Write a metadata file again with a signature.", "重新写出元数据文件并签名。"),
            discussion: say(
                "The file holds one entity and nothing that this program does not write itself; else it is refused. An old signature is replaced; comments are not kept. The passphrase comes from its file, else from DRAWBRIDGE_KEYS_PASSPHRASE.\nExample: drawbridge metadata sign idp.xml --key signing.key.pem --certificate signing.crt.pem --output signed.xml",
                "文件须只含一个实体，且不含本程序不会写出的内容，否则拒绝。原有签名会被替换，注释不保留。口令取自口令文件，否则取自 DRAWBRIDGE_KEYS_PASSPHRASE。\n示例：drawbridge metadata sign idp.xml --key signing.key.pem --certificate signing.crt.pem --output signed.xml"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("The file; - for standard input.", "文件；- 表示标准输入。"), valueName: say("file", "文件")))
    var file: String

    @Option(
        help: ArgumentHelp(say("The private key (PEM, mode 0600).", "私钥（PEM，权限 0600）。"), valueName: say("file", "文件"))
    )
    var key: String

    @Option(help: ArgumentHelp(say("Its certificate (PEM).", "私钥对应的证书（PEM）。"), valueName: say("file", "文件")))
    var certificate: String

    @Option(
        name: .customLong("passphrase-file"),
        help: ArgumentHelp(
            say("The passphrase of the key (mode 0600).", "私钥口令文件（权限 0600）。"),
            valueName: say("file", "文件")
        )
    )
    var passphraseFile: String?

    @Option(
        help: ArgumentHelp(
            say("How to sign; without it rsa-sha256 or ecdsa-sha256.", "签名算法；默认 rsa-sha256 或 ecdsa-sha256。"),
            valueName: say("name", "名称")
        )
    )
    var algorithm: SignatureMethod?

    @Option(
        name: [.customLong("output"), .customLong("out")],
        help: ArgumentHelp(
            say("Where to write; - for standard output.", "输出文件；- 表示标准输出。"),
            valueName: say("file", "文件")
        )
    )
    var output = "-"

    @OptionGroup var language: LanguageOption

    func run() async throws {
        let bytes = try InputFile.read(file)
        let entity = try entity(bytes)
        try refuseLoss(bytes, entity)
        let signingKey = try SigningKeyFile.read(
            key: key,
            certificate: certificate,
            passphraseFile: passphraseFile,
            method: algorithm
        )
        let signed = try entity.document(signedBy: signingKey, id: entity.documentID())
        guard output != "-" else {
            Terminal.write(signed)
            return
        }
        try AtomicFile.write(signed, to: output, mode: .everybody, replacing: true)
        let digest = Hexadecimal.encode(Digest.sha256(signed))
        Terminal.print(
            say("wrote \(output): \(signed.count) octets, SHA-256 ", "已写入 \(output)：\(signed.count) 字节，SHA-256 ")
                + digest
        )
    }

    private func entity(_ bytes: [UInt8]) throws -> EntityDescriptor {
        let document: MetadataDocument
        do {
            document = try MetadataDocument(bytes, at: Clock.system.now)
        } catch {
            Terminal.print(error)
            throw ExitCode(CommandFailure.Status.unusable.rawValue)
        }
        guard document.entities.count == 1 else {
            throw CommandFailure(
                .unusable,
                "\(file) holds \(document.entities.count) entities; one can be signed.",
                "\(file) 含有 \(document.entities.count) 个实体；只能对单个实体签名。"
            )
        }
        return document.entities[0]
    }

    private func refuseLoss(_ bytes: [UInt8], _ entity: EntityDescriptor) throws {
        let paths = try RewritingLoss(in: bytes, rewrittenAs: entity).paths
        guard !paths.isEmpty else { return }
        let list = paths.prefix(10).map { "\n  " + PrettyXML.plain($0) }.joined()
        throw CommandFailure(
            .unusable,
            "\(file) holds what would be lost by writing it again; sign it with xmlsec1 or remove:\(list)",
            "\(file) 含有重新写出时会丢失的内容；请用 xmlsec1 签名，或删除：\(list)"
        )
    }
}
