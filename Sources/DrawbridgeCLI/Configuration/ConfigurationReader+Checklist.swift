import Onboarding

extension ConfigurationReader {
    /// The days of the checklist's rules.
    func checklist() throws -> ChecklistDays {
        let (unused, backup) = (WhitelistEvidence.usualUnusedDays, StoreEvidence.usualBackupDays)
        return ChecklistDays(
            unused: Int64(try count("checklist.unused_days", Int(unused), 1...3650)),
            backup: Int64(try count("checklist.backup_days", Int(backup), 1...365))
        )
    }
}
