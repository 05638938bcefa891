import HuaweiCloud
import JointDebug
import SAML

/// What a simulation says when it runs: its addresses, and what is configured at Drawbridge.
struct SimulationGreeting {
    let simulation: SimulatedHuaweiCloud

    func print() {
        let site = simulation.site
        let rows = [
            (say("login link", "登录链接"), site.loginLink),
            (say("SP metadata", "SP 元数据"), site.metadataURL ?? "-"),
            (say("console", "控制台"), site.defaultService),
            (say("control", "操作页面"), simulation.loginOrigin + "/simulation/"),
        ]
        for (name, value) in rows { Terminal.print("\(name)  \(value)") }
        for registration in simulation.registrations.all {
            let text = say("IDP metadata of", "已导入 IDP 元数据")
            Terminal.print("\(text) \(registration.platformID.value)  \(registration.identityProvider.entityID)")
        }
        if !simulation.faults.current.isEmpty {
            Terminal.print(say("faults", "故障") + "  " + simulation.faults.current.text)
        }
        Terminal.print("\n" + say("Put into drawbridge.yaml:", "写入 drawbridge.yaml："))
        Terminal.print(yaml)
    }

    private var yaml: String {
        let console = simulation.site.defaultService.dropLast("/iam/".count)
        return """
            huawei:
              site: simulation
              simulation:
                login: \(simulation.loginOrigin)
                console: \(console)
            """
    }
}
