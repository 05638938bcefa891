import ArgumentParser
import SAML
import XMLSecurity

/// `request validate`.
struct RequestValidate: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "validate",
            abstract: say("Judge an AuthnRequest as the service does.", "按服务的规则判定 AuthnRequest。"),
            discussion: say(
                "Give the address, the query or the form body exactly as it came: the signature is over its octets. Exit status: 0 accepted, 1 refused, 2 unreadable.\nExample: drawbridge request validate --query-file query.txt --sp-metadata sp.xml --destination https://idp.example.com/saml/sso",
                "请原样给出地址、查询串或表单：签名是对其字节计算的。退出码：0 接受，1 拒绝，2 无法读取。\n示例：drawbridge request validate --query-file query.txt --sp-metadata sp.xml --destination https://idp.example.com/saml/sso"
            )
        )
    }

    @Option(help: ArgumentHelp(say("The address that the browser went to.", "浏览器访问的地址。"), valueName: "url"))
    var url: String?

    @Option(
        help: ArgumentHelp(
            say("A file with the query, or the whole address.", "查询串或完整地址的文件。"),
            valueName: say("file", "文件")
        )
    )
    var queryFile: String?

    @Option(help: ArgumentHelp(say("A file with the form body.", "表单内容的文件。"), valueName: say("file", "文件")))
    var postFile: String?

    @Option(help: ArgumentHelp(say("The service provider's metadata.", "服务提供商的元数据。"), valueName: say("file", "文件")))
    var spMetadata: String

    @Option(help: ArgumentHelp(say("Our published address.", "我方公布的地址。"), valueName: "url"))
    var destination: String

    @OptionGroup var options: ValidationOptions

    func validate() throws {
        guard [url, queryFile, postFile].compactMap({ $0 }).count == 1 else {
            throw ValidationError(
                say(
                    "Give exactly one of --url, --query-file and --post-file.",
                    "--url、--query-file 与 --post-file 须且只能给出一个。"
                )
            )
        }
    }

    func run() async throws {
        let verdict = try judge(message())
        switch options.output.format {
        case .json: Terminal.print(try JSONText.encode(ReportedRequest(verdict)))
        case .text: verdict.print(verdict.accepted.map(rows) ?? [])
        }
        try verdict.exit()
    }

    private func message() throws -> InboundMessage {
        if let postFile { return .post(body: PostedMessage.withoutLineEnd(try InputFile.read(postFile))) }
        let text = try url.map { Array($0.utf8) } ?? InputFile.read(queryFile ?? "-")
        let address = PostedMessage.withoutLineEnd(text)
        guard address.starts(with: Array("http".utf8)), let mark = address.firstIndex(of: UInt8(ascii: "?")) else {
            return .redirect(query: address)
        }
        return .redirect(query: Array(address[(mark + 1)...].prefix { $0 != UInt8(ascii: "#") }))
    }

    private func judge(_ message: InboundMessage) throws -> Verdict<ReportedRequest.Accepted> {
        let decoded: DecodedMessage
        let unverified: UnverifiedRequest
        do throws(Refusal) {
            decoded = try message.decode(.request)
            unverified = try UnverifiedRequest(decoded)
        } catch {
            _ = try PeerMetadata.serviceProvider(spMetadata, named: nil, options)
            return Verdict(refused: error)
        }
        let peer = try PeerMetadata.serviceProvider(spMetadata, named: unverified.issuer, options)
        guard unverified.issuer == peer.entityID else {
            return Verdict(
                refused: Refusal(
                    .issuerUnknown,
                    xpath: "/samlp:AuthnRequest/saml:Issuer",
                    expected: peer.entityID,
                    found: unverified.issuer
                )
            )
        }
        let expectations = RequestExpectations(
            serviceProvider: peer.entityID,
            descriptor: peer.role,
            keys: peer.role.signingKeys,
            ourAddress: destination,
            skew: options.skew,
            policy: options.policy
        )
        do throws(Refusal) {
            let request = try RequestValidator(expectations).judge(unverified, at: options.now)
            let accepted = ReportedRequest.Accepted(
                request: request,
                binding: message.binding,
                relayState: decoded.relayState
            )
            return Verdict(accepted: accepted, warnings: request.signature?.warnings ?? [])
        } catch {
            return Verdict(refused: error)
        }
    }

    private func rows(_ accepted: ReportedRequest.Accepted) -> [(name: String, value: String?)] {
        let request = accepted.request.request
        let signature = accepted.request.signature
        let context = request.requestedAuthnContext
        return [
            (say("issuer", "签发者"), request.issuer), (say("request", "请求"), request.id),
            (say("binding", "绑定"), accepted.binding.rawValue),
            (say("answer to", "应答地址"), accepted.request.assertionConsumerService),
            (say("name identifier", "名称标识"), request.nameIDPolicy.map { $0.format ?? NameIDFormat.unspecified }),
            ("ForceAuthn", String(request.forceAuthn)), ("IsPassive", String(request.isPassive)),
            (
                say("context", "认证上下文"),
                context.map { "\($0.comparison.rawValue) \($0.classRefs.joined(separator: ", "))" }
            ),
            ("RelayState", accepted.relayState?.value),
            (say("signature", "签名算法"), signature?.method.rawValue ?? say("none", "无")),
            (say("key", "密钥"), signature?.key.fingerprint.map { "SHA-256 " + $0 }),
        ]
    }
}
