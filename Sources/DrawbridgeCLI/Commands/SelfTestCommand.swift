import ArgumentParser
import JointDebug
import Server
import XMLSecurity

/// `self-test`.
struct SelfTestCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "self-test",
            abstract: say("Run the engine's own vectors on this machine, now.", "在本机立即运行引擎自检。"),
            discussion: say(
                "Example: drawbridge self-test --attacks --format json",
                "示例：drawbridge self-test --attacks --format json"
            )
        )
    }

    @Flag(
        name: .customLong("attacks"),
        help: ArgumentHelp(
            say(
                "Try every known attack on SAML against this build instead, with keys made for it.",
                "改为用临时密钥对本程序尝试所有已知的 SAML 攻击。"
            )
        )
    )
    var triesAttacks = false

    @OptionGroup var output: FormatOption
    @OptionGroup var language: LanguageOption

    func validate() throws {
        guard triesAttacks || output.format == .text else {
            throw ValidationError(say("--format json goes with --attacks.", "--format json 须与 --attacks 一起使用。"))
        }
    }

    func run() async throws {
        if triesAttacks { try runAttacks() } else { try runVectors() }
    }

    private func runAttacks() throws {
        let report = AttackReport(outcomes: try AttackStand().outcomes())
        switch output.format {
        case .json: try report.printJSON()
        case .text: report.printText()
        }
        guard report.isDefended else {
            throw CommandFailure(
                .doesNotHold,
                "An attack was not refused as expected; do not serve with this build.",
                "有攻击未按预期被拒绝；请勿用此版本提供服务。"
            )
        }
    }

    private func runVectors() throws {
        for size in RSAKeySize.allCases {
            let key = try PrivateKey.generate(size)
            let certificate = try Certificate.selfSigned(
                key: key,
                commonName: "self-test",
                organization: SimulatedHuaweiCloud.organization,
                validFrom: Clock.system.now,
                days: 1,
                serial: Randomness.openSSL.bytes(Certificate.serialLength)
            )
            do {
                try SelfTest.run(with: SigningKey(privateKey: key, certificate: certificate))
            } catch {
                throw CommandFailure(.fault, "The self-test failed: \(error)", "自检失败：\(error)")
            }
            Terminal.print(
                Terminal.paint("✓ ", .green)
                    + say(
                        "RSA \(size.rawValue): canonical form, signature, verification, broken signature refused",
                        "RSA \(size.rawValue)：规范形式、签名、验签、拒绝损坏的签名"
                    )
            )
        }
    }
}
