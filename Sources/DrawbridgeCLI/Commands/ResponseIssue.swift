import ArgumentParser
import Foundation
import HuaweiCloud
import IdentityProvider
import Onboarding
import SAML
import Server
import Storage
import XMLSecurity
import Yams

/// `response issue`.
struct ResponseIssue: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "issue",
            abstract: say(
                "Issue a signed Response for a request and a user given in files.",
                "根据文件中的请求和用户签发 Response。"
            ),
            discussion: say(
                "The request is the query or form body that arrived; it is verified as the service does. The user is YAML with user, account and, if wanted, account_name, email, mobile, first_login.\nExample: drawbridge response issue --request query.txt --user user.yaml --output response.xml",
                "请求为到达时的查询串或表单，按服务同样的规则验证。用户为 YAML，含 user、account，可选 account_name、email、mobile、first_login。\n示例：drawbridge response issue --request query.txt --user user.yaml --output response.xml"
            )
        )
    }

    @Option(help: ArgumentHelp(say("The query string or form body.", "查询串或表单文件。"), valueName: say("file", "文件")))
    var request: String

    @Option(help: ArgumentHelp(say("The user.", "用户文件。"), valueName: say("file", "文件")))
    var user: String

    @Option(
        help: ArgumentHelp(
            say("Where to write; - for standard output.", "输出文件；- 表示标准输出。"),
            valueName: say("file", "文件")
        )
    )
    var output = "-"

    @Option(
        help: ArgumentHelp(say("The time to issue at; now without it.", "签发时间；默认为当前时间。"), valueName: say("time", "时间"))
    )
    var at: String?

    @Flag(help: ArgumentHelp(say("Write the Base64 text of the form field.", "输出表单字段的 Base64 文本。")))
    var base64 = false

    @OptionGroup var config: ConfigurationOption

    private struct User: Decodable {
        let user: String
        let account: String
        let account_name: String?
        let email: String?
        let mobile: String?
        let first_login: Bool?
    }

    func run() async throws {
        let workspace = try Workspace(config.path)
        let now = try time() ?? workspace.clock.now
        let identityProvider = try await workspace.identityProvider()
        let accepted = try identityProvider.receive(message(), at: now).get()
        let session = Session(
            customer: try customer(),
            authnInstant: now,
            createdAt: now,
            expiresAt: now.adding(seconds: workspace.configuration.sessionLifetime)
        )
        let decision = identityProvider.decide(
            accepted,
            session: session,
            admission: .open(to: [accepted.serviceProvider]),
            at: now
        )
        guard case .answer(let answer) = decision else {
            throw CommandFailure(.fault, "No answer was decided.", "未能得出应答。")
        }
        let response = try identityProvider.respond(answer, at: now)
        let account = try response.record.xAccountID.map { try workspace.accountHash().hash($0) }
        try await SQLiteIssuanceLedger(workspace.database).append(
            LedgerEntry(response.record, reference: "offline", account: account)
        )
        for warning in response.warnings {
            Terminal.error(say("warning: ", "警告：") + "\(warning.name): \(warning.rule[Speech.language])")
        }
        try write(response)
        if let refusal = answer.refusal {
            Terminal.print(refusal)
            throw ExitCode(CommandFailure.Status.doesNotHold.rawValue)
        }
    }

    private func write(_ response: SignedResponse) throws {
        let bytes = base64 ? Base64.encodeBytes(response.xml) : response.xml
        if output == "-" {
            Terminal.write(bytes + [0x0A])
        } else {
            try AtomicFile.write(bytes, to: output, mode: .secret, replacing: true)
            Terminal.print(say("wrote \(output), for ", "已写入 \(output)，发往 ") + response.assertionConsumerService)
        }
    }

    private func time() throws -> Instant? {
        guard let at else { return nil }
        guard let instant = Instant(xsDateTime: at) else {
            throw CommandFailure(
                .unusable,
                "--at takes a time such as 2026-11-23T09:00:00Z.",
                "--at 的格式如 2026-11-23T09:00:00Z。"
            )
        }
        return instant
    }

    private func message() throws -> InboundMessage {
        var bytes = try InputFile.read(request)
        while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
        if let mark = bytes.firstIndex(of: UInt8(ascii: "?")), bytes.starts(with: Array("http".utf8)) {
            bytes.removeSubrange(...mark)
        }
        // Only the Redirect binding has SigAlg or deflated text; a form body carries Base64 of `<`.
        let text = String(decoding: bytes, as: UTF8.self)
        let isForm = text.contains("SAMLRequest=PD") || text.contains("SAMLRequest=PH")
        return isForm && !text.contains("SigAlg=") ? .post(body: bytes) : .redirect(query: bytes)
    }

    private func customer() throws -> Customer {
        let text = String(decoding: try InputFile.read(user), as: UTF8.self)
        do {
            let user = try YAMLDecoder().decode(User.self, from: text)
            return Customer(
                portal: "offline",
                xUserID: user.user,
                xAccountID: user.account,
                accountName: user.account_name,
                email: user.email,
                mobile: user.mobile,
                firstLogin: user.first_login
            )
        } catch {
            throw CommandFailure(
                .unusable,
                "\(self.user) is not a user: it needs user and account.",
                "\(self.user) 不是用户文件：须含 user 和 account。"
            )
        }
    }
}
