import ArgumentParser
import Probes
import SAML

/// Whether the checklist may look at the world; without it nobody is called.
struct ProbeOption: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            say(
                "Call gateways, our public address, return addresses, portals and HUAWEI CLOUD's metadata (Documentation/probes.md).",
                "访问网关、本方公网地址、回跳地址、门户密钥和华为云元数据（见 Documentation/probes.md）。"
            )
        )
    )
    var probe = false

    @Option(
        name: .customLong("time-server"),
        help: ArgumentHelp(
            say("With --probe: the SNTP server to ask for the time.", "与 --probe 一起使用：用于校时的 SNTP 服务器。"),
            valueName: say("host", "主机")
        )
    )
    var timeServer: String?

    @Option(
        name: .customLong("probe-report"),
        help: ArgumentHelp(
            say("What `checklist probe` printed elsewhere.", "在外部网络执行 checklist probe 的输出。"),
            valueName: say("file", "文件")
        )
    )
    var report: String?

    func validate() throws {
        guard timeServer == nil || probe else {
            throw ValidationError(say("--time-server needs --probe.", "--time-server 需要 --probe。"))
        }
    }

    /// What may be looked at.
    func permission() throws -> WorldSurvey.Permission {
        var permission = WorldSurvey.Permission(callsOut: probe, timeServer: timeServer)
        guard let report else { return permission }
        do {
            permission.report = try PublicBaseReport(json: InputFile.read(report))
        } catch let fault as PublicBaseReportFault {
            throw CommandFailure(.unusable, "\(report): " + fault.message.en, "\(report)：" + fault.message.zh)
        }
        return permission
    }
}
