import SAML

// Who may do it, and why it is done.
extension WhitelistRefusal.Reason {
    /// One person alone.
    public static let approverMissing = Self(
        "approver-missing",
        Bilingual("What lets more in needs another person who approves it.", "放宽白名单须由另一人批准。"),
        hint: Bilingual("Ask somebody other than its author.", "请由提出者以外的人批准。")
    )
    /// The author approves.
    public static let ownApproval = Self(
        "own-approval",
        Bilingual("Nobody approves what they wrote themselves, or approves it twice.", "任何人不能批准自己提出的内容，也不能重复批准。"),
        hint: Bilingual("Ask another person.", "请由另一人批准。")
    )
    /// A label in live.
    public static let unproved = Self(
        "unproved",
        Bilingual("In live a person is an operator token, not a label.", "现网中须使用操作员令牌，不能只写名称。"),
        hint: Bilingual("Make one with: drawbridge operators add", "可用 drawbridge operators add 创建。")
    )
    /// No reason in live.
    public static let reasonMissing = Self(
        "reason-missing",
        Bilingual("In live every change needs a reason.", "现网中每次修改都须说明原因。"),
        hint: Bilingual("Give --reason.", "请使用 --reason。")
    )

    /// All of this part.
    static let persons: [Self] = [approverMissing, ownApproval, unproved, reasonMissing]
}
