public import SAML

/// An answer of IAM that gives no token.
public struct IAMRefusal: Error, Hashable, Sendable {
    /// The HTTP status.
    public let status: Int
    /// What IAM says, as it came.
    public let detail: String

    /// The JSON of an error, in either of IAM's two forms.
    public struct Body: Decodable, Sendable {
        private struct Reason: Decodable {
            let message: String?
        }

        private let error: Reason?
        private let code: String?
        private let text: String?

        private enum CodingKeys: String, CodingKey {
            case error
            case code = "error_code"
            case text = "error_msg"
        }

        var detail: String { [code, text ?? error?.message].compactMap(\.self).joined(separator: " ") }
    }

    /// Reads an answer.
    /// - Parameters:
    ///   - status: the HTTP status.
    ///   - body: its JSON; `nil` when it has none.
    public init(status: Int, body: Body?) {
        self.status = status
        detail = BSSError.printable(body?.detail ?? "", longest: 1024)
    }

    /// Whether the other side was not well for a moment.
    public var isTransient: Bool { status == 429 || status == 503 }

    /// What happened and what to do.
    public var message: Bilingual {
        let answer = "HTTP \(status)" + (detail.isEmpty ? "" : " " + detail)
        return Bilingual(
            "IAM gave no token: \(answer). \(advice.en)",
            "IAM 未签发 Token：\(answer)。\(advice.zh)"
        )
    }

    private var advice: Bilingual {
        switch status {
        case 401, 403:
            Bilingual(
                "Check user, domain and password, and that the user may call APIs; the partner itself has its account's name as user.",
                "请检查 user、domain 和 password，以及该用户是否允许通过 API 访问；伙伴账号自身的 user 与账号名相同。"
            )
        case 429, 500...: Bilingual("Try again later.", "请稍后重试。")
        default: Bilingual("Check that the address is IAM's.", "请检查地址是否为 IAM 终端节点。")
        }
    }
}
