import ArgumentParser

/// `audit`: the ledger and the trail.
struct Audit: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "audit",
            abstract: say("What was issued, refused and changed.", "签发、拒绝与变更的记录。"),
            subcommands: [
                AuditList.self, AuditWhy.self, AuditVerify.self, AuditIssued.self, AuditSeal.self, AuditRetain.self,
            ]
        )
    }
}
