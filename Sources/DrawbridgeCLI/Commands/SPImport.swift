import ArgumentParser
import Foundation
import IdentityProvider
import SAML
import Server
import Storage
import XMLSecurity

/// `sp import`.
struct SPImport: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "import",
            abstract: say("Take a service provider in from its metadata.", "从元数据导入服务提供商。"),
            discussion: say(
                "With --trusted-certificate the document's signature must verify with it.\nExample: drawbridge sp import sp-metadata.xml --name huawei --trusted-certificate huawei.pem",
                "给出 --trusted-certificate 时，文档签名必须能用该证书验证。\n示例：drawbridge sp import sp-metadata.xml --name huawei --trusted-certificate huawei.pem"
            )
        )
    }

    @Argument(
        help: ArgumentHelp(say("The metadata; - for standard input.", "元数据文件；- 表示标准输入。"), valueName: say("file", "文件"))
    )
    var file: String

    @Option(help: ArgumentHelp(say("The name it is kept under.", "保存名称。"), valueName: say("name", "名称")))
    var name: String

    @Option(
        name: .customLong("trusted-certificate"),
        help: ArgumentHelp(
            say("Who must have signed the metadata (PEM).", "元数据签名者的证书（PEM）。"),
            valueName: say("file", "文件")
        )
    )
    var trustedCertificate: String?

    @Flag(help: ArgumentHelp(say("Replace the one of that name.", "替换同名的服务提供商。")))
    var replace = false

    @OptionGroup var config: ConfigurationOption

    func validate() throws {
        guard FileName.holds(name) else { throw ValidationError(FileName.rule) }
    }

    func run() async throws {
        let workspace = try Workspace(config.path)
        let bytes = try InputFile.read(file)
        let certificate = try trustedCertificate.map { try Certificate(pem: InputFile.read($0)) }
        let document: MetadataDocument
        do {
            document = try MetadataDocument(bytes, signedBy: certificate, at: workspace.clock.now)
        } catch {
            Terminal.print(error)
            let isSignature = certificate != nil && [.signature, .reference, .key].contains(error.code.refusalClass)
            throw ExitCode((isSignature ? CommandFailure.Status.doesNotHold : .unusable).rawValue)
        }
        let providers = document.entities.filter { $0.spSSODescriptor != nil }
        guard !providers.isEmpty else {
            throw Refusal(.metadataNoServiceProvider, found: document.entities[0].entityID)
        }
        try refuseDuplicates(providers, workspace)
        try workspace.metadataDirectory.add(bytes, as: name, replacing: replace)
        try await workspace.record(.serviceProvider, name, "imported SHA-256 \(Hexadecimal.encode(document.sha256))")
        warn(document)
        for provider in providers {
            Terminal.print(say("imported ", "已导入 ") + provider.entityID)
            MetadataSummary(provider).print()
        }
    }

    private func refuseDuplicates(_ providers: [EntityDescriptor], _ workspace: Workspace) throws {
        let others = try workspace.metadataDirectory.serviceProviders(at: workspace.clock.now)
            .entries.filter { $0.name != name }
        for provider in providers {
            guard let other = others.first(where: { $0.entity.entityID == provider.entityID }) else { continue }
            throw CommandFailure(
                .unusable,
                "\(provider.entityID) is imported already as \(other.name); use --name \(other.name) --replace.",
                "\(provider.entityID) 已以 \(other.name) 导入；请使用 --name \(other.name) --replace。"
            )
        }
    }

    private func warn(_ document: MetadataDocument) {
        for warning in document.warnings {
            Terminal.error(say("warning: ", "警告：") + warning.rawValue + ": " + warning.message[Speech.language])
        }
        Terminal.print("SHA-256 " + Hexadecimal.encode(document.sha256))
    }
}
