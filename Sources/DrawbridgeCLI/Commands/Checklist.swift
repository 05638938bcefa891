import ArgumentParser

/// `checklist`: what must hold before customers cross, with evidence.
struct Checklist: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "checklist",
            abstract: say(
                "Prove that a stage is ready, with evidence.",
                "以证据证明某阶段已就绪。"
            ),
            subcommands: [
                ChecklistList.self, ChecklistRunCommand.self, ChecklistShow.self, ChecklistWaive.self,
                ChecklistAttach.self, ChecklistProbe.self, ChecklistVerify.self,
            ]
        )
    }
}
