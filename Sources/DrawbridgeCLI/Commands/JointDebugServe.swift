import ArgumentParser
import Foundation
import JointDebug
import Logging
import NIOCore
import Server
import ServiceLifecycle
import UnixSignals
import XMLSecurity

/// `joint-debug serve`.
struct JointDebugServe: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "serve",
            abstract: say("Run a simulated HUAWEI CLOUD on this machine.", "在本机运行模拟华为云。"),
            discussion: say(
                "It listens on loopback addresses only, shows every refusal, and misbehaves when told to. Ctrl-C ends it.\nExample: drawbridge joint-debug serve --idp-metadata idp-metadata.xml:example_IDP --notify http://127.0.0.1:8080/huawei/association --fault slow=3",
                "仅监听回环地址，显示每一次拒绝的原因，并可按指令模拟故障。按 Ctrl-C 结束。\n示例：drawbridge joint-debug serve --idp-metadata idp-metadata.xml:example_IDP --notify http://127.0.0.1:8080/huawei/association --fault slow=3"
            )
        )
    }

    @Option(
        name: .customLong("login-port"),
        help: ArgumentHelp(say("Port of the login host.", "登录站点的端口。"), valueName: say("port", "端口"))
    )
    var loginPort = 9080

    @Option(
        name: .customLong("console-port"),
        help: ArgumentHelp(say("Port of the console host.", "控制台站点的端口。"), valueName: say("port", "端口"))
    )
    var consolePort = 9081

    @Option(
        name: .customLong("bss-port"),
        help: ArgumentHelp(say("Port of the BSS.", "BSS 接口的端口。"), valueName: say("port", "端口"))
    )
    var bssPort = 9082

    @Option(
        help: ArgumentHelp(
            say(
                "Where its key and the credentials for its BSS are kept, so that they stay the same.",
                "密钥与 BSS 凭据目录，重启后保持不变。"
            ),
            valueName: say("dir", "目录")
        )
    )
    var directory = ".simulation"

    @Option(
        name: .customLong("idp-metadata"),
        help: ArgumentHelp(
            say("IDP metadata and the platform that it is for; may be repeated.", "IDP 元数据及其伙伴平台标识，可重复。"),
            valueName: say("file:xAccountType", "文件:xAccountType")
        )
    )
    var metadata: [String] = []

    @Option(
        help: ArgumentHelp(
            say("Where associations are reported.", "关联结果通知地址。"),
            valueName: say("url", "地址")
        )
    )
    var notify: String?

    @Option(
        name: .customLong("notify-by"),
        help: ArgumentHelp(
            say("Who carries notifications: browser, server or both.", "通知方式：browser、server 或 both。"),
            valueName: say("channel", "方式")
        )
    )
    var channel = "browser"

    @Option(
        name: .customLong("fault"),
        help: ArgumentHelp(
            say(
                "A fault, by name, with its number; may be repeated. \(FaultNames.text)",
                "故障名称及数值，可重复。\(FaultNames.text)"
            ),
            valueName: say("name[=value]", "名称[=数值]")
        )
    )
    var faults: [String] = []

    @OptionGroup var language: LanguageOption

    func validate() throws {
        let ports = [loginPort, consolePort, bssPort]
        guard ports.allSatisfy({ (1...65_535).contains($0) }), Set(ports).count == ports.count else {
            throw ValidationError(
                say(
                    "--login-port, --console-port and --bss-port are different numbers from 1 to 65535.",
                    "--login-port、--console-port 与 --bss-port 须为 1 到 65535 之间的不同数字。"
                )
            )
        }
    }

    func run() async throws {
        let setting = try SimulationSetting(
            metadata: metadata,
            notify: notify,
            channel: channel,
            faults: faults,
            at: Clock.system.now
        )
        let simulation = try OwnSimulation.make(
            directory: directory,
            loginPort: loginPort,
            consolePort: consolePort
        )
        await setting.apply(to: simulation)
        let bss = SimulationBSS(directory: directory, port: bssPort)
        let host = BSSHost(simulation, partners: try bss.callers.partners(of: nil))
        var logger = Logger(label: "drawbridge") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .error
        let services = SimulationServices.make(simulation, bss: (host, bss.origin), logger: logger) {
            SimulationGreeting(simulation: simulation, bss: bss).print()
        }
        let group = ServiceGroup(
            configuration: .init(
                services: services.map { .init(service: $0) },
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger
            )
        )
        do {
            try await group.run()
        } catch let error as IOError {
            throw CommandFailure(
                .unusable,
                "The simulation cannot listen: \(error). Give other ports with --login-port, --console-port and --bss-port.",
                "无法监听：\(error)。请用 --login-port、--console-port 和 --bss-port 指定其他端口。"
            )
        }
    }
}
