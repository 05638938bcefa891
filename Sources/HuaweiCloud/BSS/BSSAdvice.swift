import SAML

/// What to do about the documented error codes (huawei-cloud.md 6.4, 6.5).
public enum BSSAdvice: Sendable {
    /// The codes that have an advice of their own.
    public static var codes: [String] { table.keys.sorted() }

    static func of(_ error: BSSError) -> Bilingual {
        if error.isThrottled { return throttled }
        if let advice = table[error.code] { return advice }
        switch error.status {
        case 401, 403: return credentials
        case 500...: return later
        default: return request
        }
    }

    private static let throttled = Bilingual(
        "Too many calls in a second: wait and try again, or raise the limit by a service ticket.",
        "每秒调用次数超限：请稍后重试，或提交工单提高流控上限。"
    )
    private static let credentials = Bilingual(
        "Check AK and SK (or token), that they are the partner's, and this machine's clock, which may be 15 minutes off.",
        "请检查 AK/SK（或 Token）是否正确、是否属于伙伴账号，以及本机时钟（误差不得超过 15 分钟）。"
    )
    private static let later = Bilingual(
        "Try again later; when it stays so, open a service ticket with the time and the code.",
        "请稍后重试；若持续出现，请带上时间和错误码提交工单。"
    )
    private static let request = Bilingual(
        "Check the values against the API reference.",
        "请对照 API 参考检查各参数取值。"
    )
    private static let code = Bilingual(
        "Send a new verification code and use it within its minutes: drawbridge bss send-code.",
        "请重新发送验证码并在有效期内使用：drawbridge bss send-code。"
    )
    private static let restricted = Bilingual(
        "The partner may not win customers now; see its state in Partner Center.",
        "伙伴当前不能拓展客户，请在伙伴中心查看其状态。"
    )

    private static let table: [String: Bilingual] = [
        "CBC.0100": request,
        "CBC.0101": request,
        "CBC.0151": Bilingual(
            "Give the operator the permission item of this API in Partner Center, or use the partner's own AK/SK.",
            "请在伙伴中心为操作员授予该接口的权限项，或使用伙伴账号自己的 AK/SK。"
        ),
        "CBC.0154": Bilingual("The token is wrong or expired; get a new one.", "Token 非法或已过期，请重新获取。"),
        "CBC.0999": later,
        "CBC.5017": Bilingual("Give a mobile number of the Chinese mainland.", "请填写中国大陆手机号。"),
        "CBC.50010059": restricted,
        "CBC.50010065": restricted,
        "CBC.50010085": restricted,
        "CBC.50010086": restricted,
        "CBC.99000004": Bilingual(
            "The phone was not taken, or the customer could not be authorized: check the number and try again.",
            "手机号不被接受，或客户向伙伴授权异常：请检查号码后重试。"
        ),
        "CBC.99000026": code,
        "CBC.99000027": code,
        "CBC.99000029": Bilingual(
            "The phone belongs to an account: let that customer bind it on first sign-on instead.",
            "该手机号已有账号：请改由客户首次登录时绑定已有账号。"
        ),
        "CBC.99000030": Bilingual(
            "The phone has all the accounts it may have; use another.",
            "该手机号可注册的账号数已满，请更换手机号。"
        ),
        "CBC.99000031": Bilingual("Choose a name that keeps the rule.", "请选择符合规则的账号名。"),
        "CBC.99000036": Bilingual("Choose a password that keeps the rule.", "请选择符合规则的密码。"),
        "CBC.99000037": Bilingual("The cloud reseller is not yours; check its id.", "无权操作该云经销商，请检查其 ID。"),
        "CBC.99000038": Bilingual("The name is taken; choose another.", "账号名已存在，请更换。"),
        "CBC.99000039": Bilingual(
            "This xAccountId has an account already; look it up: drawbridge bss customers.",
            "该 xAccountId 已有账号，请查询：drawbridge bss customers。"
        ),
        "CBC.99000050": Bilingual(
            "The account exists, its association is not known yet: drawbridge associations sync, in some minutes.",
            "账号已创建，关联结果尚未确定：请几分钟后运行 drawbridge associations sync。"
        ),
        "CBC.99000051": Bilingual(
            "HUAWEI CLOUD has this phone or e-mail registered as its own prospect; ask your HUAWEI contact.",
            "该手机号或邮箱已被华为报备，请联系华为接口人。"
        ),
        "CBC.99004008": code,
        "CBC.99004009": code,
        "CBC.99004010": code,
        "CBC.99005035": Bilingual(
            "A test partner account may not call this API; use the real one.",
            "测试伙伴账号不能使用该接口，请使用正式伙伴账号。"
        ),
    ]
}
