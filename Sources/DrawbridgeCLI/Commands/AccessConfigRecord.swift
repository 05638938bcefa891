import ArgumentParser
import IdentityProvider
import SAML
import Server
import Storage
import XMLSecurity

/// `access-config record`.
struct AccessConfigRecord: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "record",
            abstract: say("Record which metadata was uploaded in Partner Center.", "登记已上传到伙伴中心的元数据。"),
            discussion: say(
                "A key is activated for HUAWEI CLOUD only when the last upload has it first.\nExample: drawbridge access-config record --uploaded idp-metadata.xml --by Li",
                "只有最近一次上传以该密钥为首时，才能对华为云启用它。\n示例：drawbridge access-config record --uploaded idp-metadata.xml --by Li"
            )
        )
    }

    @Option(help: ArgumentHelp(say("The file that was uploaded.", "已上传的文件。"), valueName: say("file", "文件")))
    var uploaded: String

    @Option(help: ArgumentHelp(say("Who uploaded it.", "上传人。"), valueName: say("name", "姓名")))
    var by: String

    @OptionGroup var config: ConfigurationOption

    func validate() throws {
        guard !by.isEmpty else { throw ValidationError(say("--by takes a name.", "--by 须填写姓名。")) }
    }

    func run() async throws {
        let workspace = try Workspace(config.path)
        let now = workspace.clock.now
        let bytes = try InputFile.read(uploaded)
        let document: MetadataDocument
        do {
            document = try MetadataDocument(bytes, at: now)
        } catch {
            Terminal.print(error)
            throw ExitCode(CommandFailure.Status.unusable.rawValue)
        }
        let entityID = workspace.configuration.entityID
        let entity = document.entities.first { $0.entityID == entityID }
        guard let certificates = entity?.idpSSODescriptor?.signingCertificates, !certificates.isEmpty else {
            throw CommandFailure(
                .unusable,
                "\(uploaded) is not the metadata of \(entityID); give the file that was uploaded.",
                "\(uploaded) 不是 \(entityID) 的元数据，请指定已上传的文件。"
            )
        }
        let upload = MetadataUpload(
            sha256: Hexadecimal.encode(document.sha256),
            fingerprints: certificates.map(\.fingerprint),
            at: now,
            person: by
        )
        try await workspace.uploadStore.record(upload)
        let names = try await workspace.keyStore.keys().filter { $0.fingerprint == certificates[0].fingerprint }
        Terminal.print(say("recorded ", "已登记 ") + "SHA-256 \(upload.sha256)")
        Terminal.print(say("first key ", "首个密钥 ") + (names.first?.name ?? certificates[0].fingerprint))
    }
}
