import ArgumentParser
import Onboarding
import Probes
import SAML
import Server

/// `checklist probe`.
struct ChecklistProbe: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "probe",
            abstract: say(
                "Look at our public address from where you are, and print what was seen.",
                "从当前位置探测本方公网地址并输出结果。"
            ),
            discussion: say(
                "Run it outside the house, where customers are; it needs no installation there. Give what it prints to the checklist.\nExample: drawbridge checklist probe https://idp.example.com > probe.json && drawbridge checklist run --stage live --probe-report probe.json",
                "请在外部网络（客户所在网络）执行，无需在该处安装服务。将输出提供给检查清单。\n示例：drawbridge checklist probe https://idp.example.com > probe.json && drawbridge checklist run --stage live --probe-report probe.json"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("Our base_url.", "本方 base_url。"), valueName: "url"))
    var base: String

    func validate() throws {
        guard let address = try? WebAddress(base), address.scheme == "https" else {
            throw ValidationError(say("Give an https address.", "请给出 https 地址。"))
        }
    }

    func run() async throws {
        let clock = Clock.system
        let report = await PublicBaseProbe(now: { clock.now }).look(base)
        Terminal.write(report.json + [0x0A])
        let looks = report.looks(base: base, metadataHash: report.metadata.sha256 ?? "")
        guard looks.values.allSatisfy({ $0.isGood == true }) else {
            throw ExitCode(CommandFailure.Status.doesNotHold.rawValue)
        }
    }
}
