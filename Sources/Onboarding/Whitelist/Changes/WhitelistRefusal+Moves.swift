import SAML

// What is not allowed where the whitelist is now.
extension WhitelistRefusal.Reason {
    /// No such entry.
    public static let unknown = Self(
        "unknown",
        Bilingual("There is no such entry in this stage.", "该阶段没有此条目。"),
        hint: Bilingual("See: drawbridge whitelist list", "见：drawbridge whitelist list")
    )
    /// The subject is there.
    public static let duplicate = Self(
        "duplicate",
        Bilingual("There is an entry for this already.", "已有该对象的条目。"),
        hint: Bilingual("Change that one, or retire it first.", "请修改该条目，或先将其停用。")
    )
    /// Approved where nothing waits.
    public static let notProposed = Self(
        "not-proposed",
        Bilingual("Only a proposed entry is approved.", "只能批准处于 proposed 的条目。"),
        hint: Bilingual("See its state with: drawbridge whitelist list", "可用 drawbridge whitelist list 查看状态。")
    )
    /// Activated before its approval.
    public static let notApproved = Self(
        "not-approved",
        Bilingual("Only an approved entry is activated.", "只能启用处于 approved 的条目。"),
        hint: Bilingual("Let another person approve it first.", "请先由另一人批准。")
    )
    /// Suspended where it does not hold.
    public static let notActive = Self(
        "not-active",
        Bilingual("Only an active entry is suspended.", "只能暂停处于 active 的条目。"),
        hint: Bilingual("See its state with: drawbridge whitelist list", "可用 drawbridge whitelist list 查看状态。")
    )
    /// Resumed where it was not suspended.
    public static let notSuspended = Self(
        "not-suspended",
        Bilingual("Only a suspended entry is resumed.", "只能恢复处于 suspended 的条目。"),
        hint: Bilingual("See its state with: drawbridge whitelist list", "可用 drawbridge whitelist list 查看状态。")
    )
    /// Gone for ever.
    public static let retired = Self(
        "retired",
        Bilingual("The entry is retired and does not come back.", "该条目已停用，不能恢复。"),
        hint: Bilingual("Propose it anew.", "请重新提出。")
    )
    /// A file that takes an approval back.
    public static let backwards = Self(
        "backwards",
        Bilingual(
            "An entry that is in force does not go back to proposed or approved.",
            "已生效的条目不能退回 proposed 或 approved。"
        ),
        hint: Bilingual("Suspend or retire it.", "请将其暂停或停用。")
    )
    /// A file that revives.
    public static let suspendedSince = Self(
        "suspended-since",
        Bilingual("The entry is suspended, and a file does not revive it.", "该条目已暂停，导入文件不能使其恢复。"),
        hint: Bilingual("Resume it first, or write suspended in the file.", "请先恢复该条目，或在文件中写为 suspended。")
    )
    /// Somebody was faster.
    public static let conflict = Self(
        "conflict",
        Bilingual("Somebody else changed the whitelist since you looked.", "在您查看之后，白名单已被他人修改。"),
        hint: Bilingual(
            "Look at that change, then try again: drawbridge whitelist diff",
            "请先查看该修改，再重试：drawbridge whitelist diff"
        )
    )
    /// No such revision.
    public static let revision = Self(
        "revision",
        Bilingual("There is no such earlier revision in this stage.", "该阶段没有此历史版本。"),
        hint: Bilingual("See: drawbridge whitelist history", "见：drawbridge whitelist history")
    )
    /// Nothing to do.
    public static let empty = Self(
        "empty",
        Bilingual("Nothing was named.", "未指定任何条目。"),
        hint: Bilingual("Name at least one entry.", "请至少指定一个条目。")
    )
    /// No whitelist.
    public static let closed = Self(
        "closed",
        Bilingual("The stage closed has no whitelist: it refuses everybody.", "closed 阶段没有白名单：拒绝所有人。"),
        hint: Bilingual("Give --stage joint-debug or --stage live.", "请使用 --stage joint-debug 或 --stage live。")
    )

    /// All of this part.
    static let moves: [Self] = [
        unknown, duplicate, notProposed, notApproved, notActive, notSuspended, retired, backwards, suspendedSince,
        conflict, revision, empty, closed,
    ]
}
