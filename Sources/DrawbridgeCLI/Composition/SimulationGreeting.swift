import HuaweiCloud
import JointDebug
import SAML

/// What a simulation says when it runs: its addresses, and what is configured at Drawbridge.
struct SimulationGreeting {
    let simulation: SimulatedHuaweiCloud
    let bss: SimulationBSS

    func print() {
        let site = simulation.site
        let rows = [
            (say("login link", "登录链接"), site.loginLink),
            (say("SP metadata", "SP 元数据"), site.metadataURL ?? "-"),
            (say("console", "控制台"), site.defaultService),
            (say("control", "操作页面"), simulation.loginOrigin + "/simulation/"),
            (say("BSS", "BSS 接口"), bss.origin),
            (say("keys of the partner", "伙伴 AK/SK"), bss.callers.path(.partner)),
            (say("keys of an operator without permission", "无权限项操作员 AK/SK"), bss.callers.path(.operator)),
            (say("password for tokens", "获取 Token 的密码"), bss.callers.path(.password)),
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
        Terminal.print(
            "\n" + say("The BSS is called so, or without both options as configured above:", "调用 BSS（按上述配置后可省略这两个选项）：")
        )
        Terminal.print(
            "drawbridge bss customers --endpoint \(bss.origin) --credentials-file \(bss.callers.path(.partner))"
        )
        Terminal.print(
            "\n"
                + say(
                    "Save the SP metadata as sp-metadata.xml, then: drawbridge sp import sp-metadata.xml --name huawei",
                    "将 SP 元数据保存为 sp-metadata.xml，然后执行：drawbridge sp import sp-metadata.xml --name huawei"
                )
        )
    }

    private var yaml: String {
        let console = simulation.site.defaultService.dropLast("/iam/".count)
        return """
            huawei:
              site: simulation
              simulation:
                login: \(simulation.loginOrigin)
                console: \(console)
            bss:
              endpoint: \(bss.origin)
              credentials_file: \(bss.callers.path(.partner))
            """
    }
}
