import SAML

// Tokens that do not hold, and what may not be done with one that does.
extension OperatorRefusal.Reason {
    /// No token at all.
    public static let missing = Self(
        "token-missing",
        Bilingual("An operator token is needed.", "需要操作员令牌。"),
        hint: Bilingual(
            "Give --operator-token-file, or set DRAWBRIDGE_OPERATOR_TOKEN.",
            "请使用 --operator-token-file，或设置 DRAWBRIDGE_OPERATOR_TOKEN。"
        )
    )
    /// Something that was never a token here.
    public static let stranger = Self(
        "token-unknown",
        Bilingual("This token is not one of this installation.", "该令牌不属于本安装。"),
        hint: Bilingual(
            "Let an approver make one with: drawbridge operators add",
            "请由批准人用 drawbridge operators add 创建。"
        )
    )
    /// The time is over.
    public static let expired = Self(
        "token-expired",
        Bilingual("The token has expired.", "令牌已过期。"),
        hint: Bilingual(
            "Let an approver make another with: drawbridge operators add",
            "请由批准人用 drawbridge operators add 重新创建。"
        )
    )
    /// Taken back.
    public static let revoked = Self(
        "token-revoked",
        Bilingual("The token was revoked.", "令牌已吊销。"),
        hint: Bilingual("See: drawbridge operators list", "见：drawbridge operators list")
    )
    /// Not of this role.
    public static let role = Self(
        "role",
        Bilingual("The operator's role does not allow this.", "该操作员的角色不允许此操作。"),
        hint: Bilingual(
            "viewer looks, editor proposes and narrows, approver approves and widens, portal enrols.",
            "viewer 可查看，editor 可提出和收紧，approver 可批准和放宽，portal 可自助登记。"
        )
    )
    /// Not a name.
    public static let name = Self(
        "name",
        Bilingual("A name has 1 to 64 visible characters and no spaces.", "名称须为 1 到 64 个可见字符，不含空格。"),
        hint: Bilingual("Give another.", "请更换名称。")
    )
    /// Two roles under one name.
    public static let taken = Self(
        "name-taken",
        Bilingual("Somebody of this name has another role.", "同名操作员已有其他角色。"),
        hint: Bilingual("Revoke that token first, or take another name.", "请先吊销该令牌，或更换名称。")
    )
    /// A portal where none belongs, or none where it does.
    public static let portal = Self(
        "portal",
        Bilingual("The role portal, and no other, names its portal.", "仅角色 portal 须写明销售平台。"),
        hint: Bilingual("Give --portal with --role portal.", "请与 --role portal 一起使用 --portal。")
    )
    /// Too long or no time at all.
    public static let days = Self(
        "days",
        Bilingual("A token holds for 1 to 366 days.", "令牌有效期须为 1 到 366 天。"),
        hint: Bilingual("Give --days.", "请使用 --days。")
    )
    /// The second first.
    public static let notFirst = Self(
        "not-first",
        Bilingual("There have been operators already.", "已有操作员。"),
        hint: Bilingual("Let an approver add others: leave --first out and give a token.", "请由批准人添加：去掉 --first 并提供令牌。")
    )
    /// A first who could make no second.
    public static let firstRole = Self(
        "first-role",
        Bilingual("The first operator is an approver.", "第一个操作员须为 approver。"),
        hint: Bilingual("Leave --role out.", "请去掉 --role。")
    )
    /// No such operator.
    public static let unknown = Self(
        "unknown",
        Bilingual("There is no such operator.", "没有此操作员。"),
        hint: Bilingual("See: drawbridge operators list", "见：drawbridge operators list")
    )
    /// Nobody would be left.
    public static let lastApprover = Self(
        "last-approver",
        Bilingual("This is the only approver whose token holds.", "这是唯一仍有效的 approver。"),
        hint: Bilingual("Add another approver first.", "请先添加另一个 approver。")
    )

    /// Every kind.
    public static let all: [Self] = [
        missing, stranger, expired, revoked, role, name, taken, portal, days, notFirst, firstRole, unknown,
        lastApprover,
    ]

    /// Whether what was given does not prove who asks, so that proving it again is the way out.
    public var isUnproved: Bool { [.missing, .stranger, .expired, .revoked].contains(self) }

    /// Whether what was typed cannot be right, whoever asks.
    public var isWrongInput: Bool { [.missing, .name, .portal, .days, .unknown].contains(self) }
}
