/// How long the checklist lets some things go, in days.
struct ChecklistDays: Sendable {
    /// An account that is listed and does not cross.
    let unused: Int64
    /// A backup.
    let backup: Int64
}
