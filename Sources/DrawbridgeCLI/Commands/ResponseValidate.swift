import ArgumentParser
import Foundation
import SAML
import XMLSecurity

/// `response validate`.
struct ResponseValidate: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "validate",
            abstract: say("Judge a Response as its service provider must.", "按服务提供商的规则判定 Response。"),
            discussion: say(
                "The file holds XML, Base64, or the form body that was posted. Exit status: 0 accepted, 1 refused, 2 unreadable.\nExample: drawbridge response validate response.xml --idp-metadata idp.xml --sp-entity-id https://auth.huaweicloud.com/ --acs-url https://auth.huaweicloud.com/authui/saml/SAMLAssertionConsumer",
                "文件可为 XML、Base64 或提交的表单。退出码：0 接受，1 拒绝，2 无法读取。\n示例：drawbridge response validate response.xml --idp-metadata idp.xml --sp-entity-id https://auth.huaweicloud.com/ --acs-url https://auth.huaweicloud.com/authui/saml/SAMLAssertionConsumer"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("The file; - for standard input.", "文件；- 表示标准输入。"), valueName: say("file", "文件")))
    var file: String

    @Option(help: ArgumentHelp(say("The identity provider's metadata.", "身份提供商的元数据。"), valueName: say("file", "文件")))
    var idpMetadata: String

    @Option(help: ArgumentHelp(say("The service provider's entity id.", "服务提供商的 entityID。"), valueName: "uri"))
    var spEntityId: String

    @Option(help: ArgumentHelp(say("The address that it was posted to.", "响应提交到的地址。"), valueName: "url"))
    var acsUrl: String

    @Option(
        help: ArgumentHelp(say("The request that it must answer.", "它必须回答的请求的 ID。"), valueName: "id")
    )
    var inResponseTo: String?

    @Flag(help: ArgumentHelp(say("It must answer no request.", "它必须不回答任何请求。")))
    var unsolicited = false

    @Option(
        help: ArgumentHelp(
            say("The service provider's private key (PEM), for encrypted assertions.", "服务提供商的私钥（PEM），用于解密断言。"),
            valueName: say("file", "文件")
        )
    )
    var decryptionKey: String?

    @Option(
        help: ArgumentHelp(
            say("The file with the passphrase of that key.", "该私钥口令所在的文件。"),
            valueName: say("file", "文件")
        )
    )
    var passphraseFile: String?

    @OptionGroup var options: ValidationOptions

    func validate() throws {
        guard inResponseTo == nil || !unsolicited else {
            throw ValidationError(
                say("Give --in-response-to or --unsolicited, not both.", "--in-response-to 与 --unsolicited 只能给出一个。")
            )
        }
    }

    func run() async throws {
        let input = try InputFile.read(file)
        guard !input.isEmpty else { throw CommandFailure(.unusable, "\(file) is empty.", "\(file) 是空文件。") }
        let verdict = try judge(input)
        switch options.output.format {
        case .json: Terminal.print(try JSONText.encode(ReportedResponse(verdict)))
        case .text: verdict.print(verdict.accepted.map(rows) ?? [])
        }
        try verdict.exit()
    }

    private func judge(_ input: [UInt8]) throws -> Verdict<ValidatedResponse> {
        let xml: [UInt8]
        do {
            xml = try PostedMessage.xml(of: input, .response)
        } catch {
            _ = try expectations(issuer: nil)
            return Verdict(refused: error)
        }
        let issuer = PostedMessage.issuer(of: xml)
        switch ResponseValidator(try expectations(issuer: issuer)).validate(xml, at: options.now) {
        case .success(let response): return Verdict(accepted: response, warnings: response.warnings)
        case .failure(let refusal): return Verdict(refused: refusal)
        }
    }

    private func expectations(issuer: String?) throws -> ResponseExpectations {
        let peer = try PeerMetadata.identityProvider(idpMetadata, named: issuer, options)
        return ResponseExpectations(
            identityProvider: peer.entityID,
            keys: peer.role.signingCertificates.map { VerificationKey($0) },
            serviceProvider: spEntityId,
            assertionConsumerService: acsUrl,
            request: inResponseTo.map { .id($0) } ?? (unsolicited ? .none : .unknown),
            decryptionKeys: try decryptionKey.map { [try privateKey($0)] } ?? [],
            skew: options.skew,
            policy: options.policy
        )
    }

    private func privateKey(_ path: String) throws -> PrivateKey {
        let passphrase = try passphraseFile.map { path in
            Secret(String(decoding: try InputFile.read(path), as: UTF8.self).trimmingCharacters(in: .newlines))
        }
        return try PrivateKey(pem: InputFile.read(path), passphrase: passphrase)
    }

    private func rows(_ response: ValidatedResponse) -> [(name: String, value: String?)] {
        let assertion = response.assertion
        let nameID = assertion.subject?.nameID
        return [
            (say("issuer", "签发者"), assertion.issuer), (say("assertion", "断言"), assertion.id),
            (say("subject", "主体"), nameID.map { "\($0.value) (\($0.format ?? NameIDFormat.unspecified))" }),
            (say("session", "会话"), assertion.authnStatements.first?.sessionIndex),
            (say("signed", "已签名"), ReportedResponse.signed(response.signed).joined(separator: ", ")),
            (say("signature", "签名算法"), response.signature.signatureAlgorithm.rawValue),
            (say("digest", "摘要算法"), response.signature.digestAlgorithm.rawValue),
        ]
            + ReportedResponse.attributes(assertion).sorted { $0.key < $1.key }.map {
                ($0.key, $0.value.joined(separator: ", "))
            }
    }
}
