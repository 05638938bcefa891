/// An entry that changed since an earlier revision.
public struct WhitelistPast: Hashable, Sendable {
    /// As it was at that revision; `nil` when it was not there.
    public let then: WhitelistEntry?
    /// As it is now.
    public let present: WhitelistEntry
    /// Whether it was suspended at any revision in between, or is now.
    public let wasSuspended: Bool

    /// Describes what changed.
    public init(then: WhitelistEntry?, present: WhitelistEntry, wasSuspended: Bool) {
        self.then = then
        self.present = present
        self.wasSuspended = wasSuspended
    }

    /// The entry that a rollback makes of it.
    ///
    /// What was suspended since was suspended for a cause that an earlier revision knows nothing of. It does not come
    /// back, not even as something that one person alone could activate.
    var rolledBack: WhitelistEntry {
        guard let then else { return present.with(.retired) }
        let stays = wasSuspended && then.state != .retired && (present.state == .suspended || present.state == .retired)
        return stays ? present : then
    }
}
