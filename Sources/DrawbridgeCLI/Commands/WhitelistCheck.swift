import ArgumentParser
import Onboarding
import SAML
import Storage
import XMLSecurity

/// `whitelist check`.
struct WhitelistCheck: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check",
            abstract: say("Say what somebody would get, and why.", "说明某个对象会被放行还是拒绝，以及原因。"),
            discussion: say(
                "Example: drawbridge whitelist check --account customer-1 --service-provider https://auth.huaweicloud.com/",
                "示例：drawbridge whitelist check --account customer-1 --service-provider https://auth.huaweicloud.com/"
            )
        )
    }

    @Option(help: ArgumentHelp(say("An xAccountId.", "xAccountId。"), valueName: say("account", "账号")))
    var account: String?

    @Option(help: ArgumentHelp(say("An SP's entity id.", "服务提供商的实体 ID。"), valueName: say("entity id", "实体 ID")))
    var serviceProvider: String?

    @Option(help: ArgumentHelp(say("A page of HUAWEI CLOUD.", "华为云页面地址。"), valueName: say("address", "地址")))
    var destination: String?

    @Option(help: ArgumentHelp(say("An IP address.", "IP 地址。"), valueName: say("address", "地址")))
    var address: String?

    @OptionGroup var whitelist: WhitelistOption
    @OptionGroup var output: FormatOption

    private struct Item: Encodable {
        let schema = "drawbridge.whitelist-check.v1"
        let stage: String
        let revision: Int64
        let admitted: Bool
        let entries: [Int64]
        let code: String?
        let found: String?

        private enum CodingKeys: String, CodingKey {
            case schema
            case stage
            case revision
            case admitted
            case entries
            case code
            case found
        }
    }

    func validate() throws {
        guard account != nil || serviceProvider != nil || destination != nil || address != nil else {
            throw ValidationError(
                say(
                    "Give --account, --service-provider, --destination or --address.",
                    "请给出 --account、--service-provider、--destination 或 --address。"
                )
            )
        }
        if let address, NetworkAddress(address) == nil {
            throw ValidationError(say("--address takes an IP address.", "--address 须为 IP 地址。"))
        }
    }

    func run() async throws {
        let desk = try await whitelist.desk()
        let snapshot = try await desk.store.snapshot(of: desk.stage, following: nil)
        let question = WhitelistQuestion(
            serviceProvider: serviceProvider,
            account: account,
            destination: destination,
            address: address.flatMap { NetworkAddress($0) },
            at: desk.now
        )
        let decision = snapshot.decide(question, in: desk.stage)
        switch output.format {
        case .json: try Terminal.print(JSONText.encode(item(decision, desk.stage, snapshot.revision)))
        case .text: tell(decision)
        }
        if decision.refusal != nil { throw ExitCode(CommandFailure.Status.doesNotHold.rawValue) }
    }

    private func item(_ decision: WhitelistDecision, _ stage: Stage, _ revision: Int64) -> Item {
        let entries: [Int64] =
            switch decision {
            case .admitted(let entries): entries
            case .refused(_, let entry): entry.map { [$0] } ?? []
            }
        return Item(
            stage: stage.rawValue,
            revision: revision,
            admitted: decision.refusal == nil,
            entries: entries,
            code: decision.refusal?.code.id,
            found: decision.refusal?.found
        )
    }

    private func tell(_ decision: WhitelistDecision) {
        switch decision {
        case .admitted(let entries):
            let numbers = entries.map(String.init).joined(separator: ", ")
            Terminal.print(say("admitted by \(numbers)", "放行，依据条目 \(numbers)"))
        case .refused(let refusal, let entry):
            Terminal.print(refusal)
            if let entry { Terminal.print("  " + say("entry: \(entry)", "条目：\(entry)")) }
        }
        if destination != nil {
            Terminal.print(
                say(
                    "Destinations limit the links that Drawbridge builds, not where HUAWEI CLOUD sends a customer who starts there.",
                    "目标仅限制 Drawbridge 生成的链接，不限制客户从华为云发起登录后到达的页面。"
                )
            )
        }
    }
}
