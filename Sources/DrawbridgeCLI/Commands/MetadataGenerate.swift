import ArgumentParser
import Foundation
import SAML
import Storage
import XMLSecurity

/// `metadata generate`.
struct MetadataGenerate: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "generate",
            abstract: say(
                "Write IDP Metadata.xml; the same input gives the same bytes.",
                "生成 IDP Metadata.xml；相同输入得到相同字节。"
            ),
            discussion: say(
                "Upload the file in Partner Center: Support > Open APIs > Access configuration.\nExample: drawbridge metadata generate --output metadata/idp-metadata.xml",
                "在伙伴中心上传该文件：支持 > 能力开放 > 接入配置。\n示例：drawbridge metadata generate --output metadata/idp-metadata.xml"
            )
        )
    }

    @Option(
        help: ArgumentHelp(
            say("Where to write; - for standard output.", "输出文件；- 表示标准输出。"),
            valueName: say("file", "文件")
        )
    )
    var output: String?

    @Flag(help: ArgumentHelp(say("Sign the document with the active key.", "用生效密钥对文档签名。")))
    var signed = false

    @Option(
        help: ArgumentHelp(
            say("The published key that stands first, for a cut-over.", "切换时排在首位的已发布密钥。"),
            valueName: say("name", "名称")
        )
    )
    var first: String?

    @OptionGroup var config: ConfigurationOption

    func run() async throws {
        let workspace = try Workspace(config.path)
        let entity = try await workspace.metadata(first: first)
        let bytes: [UInt8]
        if signed {
            let key = try await workspace.activeKey()
            bytes = try entity.document(signedBy: key, id: entity.documentID())
        } else {
            bytes = try entity.document()
        }
        if output == "-" {
            Terminal.write(bytes)
            return
        }
        let path = output ?? workspace.metadataDirectory.identityProviderPath
        if let output {
            try AtomicFile.write(bytes, to: output, mode: .everybody, replacing: true)
        } else {
            try workspace.metadataDirectory.publish(bytes)
        }
        Terminal.print(
            say("wrote \(path): \(bytes.count) octets, SHA-256 ", "已写入 \(path)：\(bytes.count) 字节，SHA-256 ")
                + Hexadecimal.encode(Digest.sha256(bytes))
        )
        if workspace.configuration.huawei != nil {
            Terminal.print(
                say(
                    "Next: upload it in Partner Center: Support > Open APIs > Access configuration.",
                    "下一步：在伙伴中心上传：支持 > 能力开放 > 接入配置。"
                )
            )
        }
    }
}
