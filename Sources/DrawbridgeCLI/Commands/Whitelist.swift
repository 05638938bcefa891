import ArgumentParser

/// `whitelist`: who may take part in traffic.
struct Whitelist: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "whitelist",
            abstract: say("Who may take part in traffic: everybody else is refused.", "白名单：未列入者一律拒绝。"),
            subcommands: [
                WhitelistList.self, WhitelistPropose.self, WhitelistApprove.self, WhitelistActivate.self,
                WhitelistSuspend.self, WhitelistResume.self, WhitelistRetire.self, WhitelistHistory.self,
                WhitelistDiff.self, WhitelistRollback.self, WhitelistImport.self, WhitelistExport.self,
                WhitelistCheck.self, WhitelistCoverageCommand.self, WhitelistCopyCommand.self,
            ]
        )
    }
}
