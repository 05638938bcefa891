import ArgumentParser

/// `joint-debug`: the other side in a box.
struct JointDebugCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "joint-debug",
            abstract: say("A simulated HUAWEI CLOUD and scenarios against it.", "模拟华为云并运行联调场景。"),
            subcommands: [
                JointDebugRun.self, JointDebugServe.self, JointDebugWatch.self, JointDebugScenarios.self,
                JointDebugShow.self, JointDebugDiff.self,
            ]
        )
    }
}
