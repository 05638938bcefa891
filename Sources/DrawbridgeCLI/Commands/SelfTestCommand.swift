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
            discussion: say("Example: drawbridge self-test", "示例：drawbridge self-test")
        )
    }

    @OptionGroup var language: LanguageOption

    func run() async throws {
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
