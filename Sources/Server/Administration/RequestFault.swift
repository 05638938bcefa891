import SAML

/// What is wrong with a request to the API itself, before anybody judges what it asks for.
struct RequestFault: Error, Sendable {
    let status: Int
    let code: String
    let message: Bilingual
    let hint: Bilingual
    /// What was found; never a value, which may be a customer's.
    var found: String?
    /// The methods that an address takes.
    var allowed: [String] = []

    private init(_ status: Int, _ code: String, _ message: Bilingual, _ hint: Bilingual, found: String? = nil) {
        self.status = status
        self.code = code
        self.message = message
        self.hint = hint
        self.found = found
    }

    private static let see = Bilingual(
        "See Documentation/openapi.yaml.",
        "见 Documentation/openapi.yaml。"
    )

    static let notFound = RequestFault(404, "request.not-found", Bilingual("There is nothing here.", "此处没有内容。"), see)

    static func method(_ allowed: [String]) -> RequestFault {
        var fault = RequestFault(
            405,
            "request.method",
            Bilingual("This address does not take this method.", "该地址不支持此方法。"),
            see
        )
        fault.allowed = allowed
        return fault
    }

    static func malformed(_ what: String) -> RequestFault {
        RequestFault(
            400,
            "request.malformed",
            Bilingual("The body is not what it must be.", "请求正文格式不正确。"),
            see,
            found: what
        )
    }

    static func member(_ name: String) -> RequestFault {
        RequestFault(
            400,
            "request.member",
            Bilingual("A member of the body is missing, unknown or of another form.", "请求正文的成员缺失、未知或形式不符。"),
            see,
            found: name
        )
    }

    static func parameter(_ name: String) -> RequestFault {
        RequestFault(
            400,
            "request.parameter",
            Bilingual("A parameter is unknown, given twice or of another form.", "参数未知、重复或形式不符。"),
            see,
            found: name
        )
    }

    static func header(_ name: String) -> RequestFault {
        RequestFault(
            400,
            "request.header",
            Bilingual("A header field is of another form.", "请求头字段形式不符。"),
            see,
            found: name
        )
    }

    static func mediaType(_ found: String) -> RequestFault {
        RequestFault(
            415,
            "request.media-type",
            Bilingual("The body must be application/json.", "请求正文须为 application/json。"),
            see
        )
    }

    static let tooLarge = RequestFault(
        413,
        "request.too-large",
        Bilingual("The body is larger than 1 MB.", "请求正文超过 1 MB。"),
        Bilingual("Send less at a time.", "请分批发送。")
    )
    static let preconditionMissing = RequestFault(
        428,
        "request.precondition-missing",
        Bilingual("The change does not say what it is based on.", "修改未说明其所依据的版本。"),
        Bilingual(
            "Send If-Match with the ETag that you read, or * for a change that is right whatever others did.",
            "请在 If-Match 中发送读到的 ETag；若无论他人如何修改都成立，则发送 *。"
        )
    )
    static let keyOfAnother = RequestFault(
        422,
        "idempotency.another-request",
        Bilingual("The Idempotency-Key belongs to another request.", "该 Idempotency-Key 属于另一个请求。"),
        Bilingual("Use a fresh key for each request.", "每个请求请使用新的键。")
    )
    static let keyAtWork = RequestFault(
        409,
        "idempotency.running",
        Bilingual("The request with this Idempotency-Key is still at work.", "使用该 Idempotency-Key 的请求仍在处理。"),
        Bilingual("Ask again in a moment.", "请稍后再试。")
    )
    static let fault = RequestFault(
        500,
        "fault",
        Bilingual("The service failed.", "服务内部故障。"),
        Bilingual("See the service's log.", "请查看服务日志。")
    )
}
