// What is wrong before there is a message: parameters, encodings, sizes (saml-bindings 3.4 and 3.5).
extension RefusalCode {
    /// A parameter's name is not literal ASCII.
    public static let transportParameterName = RefusalCode(
        "transport.parameter-name",
        .transport,
        spec: "saml-bindings 3.4.4.1",
        message: Bilingual("A parameter's name is not written literally.", "参数名不是按字面书写的。"),
        hint: Bilingual(
            "Write SAMLRequest, RelayState, SigAlg and Signature as they are, without percent-encoding, brackets or spaces.",
            "请按原样书写 SAMLRequest、RelayState、SigAlg 和 Signature，不要做百分号编码，也不要加方括号或空格。"
        )
    )

    /// A parameter occurs twice.
    public static let transportDuplicate = RefusalCode(
        "transport.duplicate-parameter",
        .transport,
        spec: "saml-bindings 3.4.4.1",
        message: Bilingual("A parameter occurs more than once.", "同一参数出现了不止一次。"),
        hint: Bilingual(
            "Send each parameter once; a proxy that appends the query again is a common cause.",
            "每个参数只能发送一次；常见原因是代理把查询串又追加了一遍。"
        )
    )

    /// There is no message.
    public static let transportMissing = RefusalCode(
        "transport.message-missing",
        .transport,
        spec: "saml-bindings 3.4.4, 3.5.4",
        message: Bilingual("The request carries no SAMLRequest.", "请求中没有 SAMLRequest。"),
        hint: Bilingual(
            "Start from the portal, or from the HUAWEI CLOUD login link; this address is not meant to be opened by itself.",
            "请从伙伴门户或华为云登录链接开始；该地址不应单独打开。"
        )
    )

    /// There are two messages.
    public static let transportAmbiguous = RefusalCode(
        "transport.ambiguous-message",
        .transport,
        spec: "saml-bindings 3.4.4, 3.5.4",
        message: Bilingual(
            "The request carries SAMLRequest and SAMLResponse together.",
            "请求同时带有 SAMLRequest 和 SAMLResponse。"
        ),
        hint: Bilingual("Send one message at a time.", "一次只发送一条消息。")
    )

    /// A percent escape is broken.
    public static let transportEscape = RefusalCode(
        "transport.percent-encoding",
        .transport,
        spec: "RFC 3986 2.1",
        message: Bilingual("A value's percent-encoding is broken.", "参数值的百分号编码有误。"),
        hint: Bilingual("Encode each value once, as %XX of its UTF-8 octets.", "每个值只编码一次，按其 UTF-8 字节写成 %XX。")
    )

    /// Not Base64.
    public static let transportBase64 = RefusalCode(
        "transport.base64",
        .transport,
        spec: "saml-bindings 3.4.4.1, 3.5.4",
        message: Bilingual("A value is not Base64.", "参数值不是合法的 Base64。"),
        hint: Bilingual(
            "Percent-encode '+', '/' and '=' when the Base64 text is put into an address; a plain '+' arrives as a space.",
            "把 Base64 文本放入地址时，须对 “+”“/”“=” 做百分号编码；未编码的 “+” 会变成空格。"
        )
    )

    /// Not raw DEFLATE.
    public static let transportDeflate = RefusalCode(
        "transport.deflate",
        .transport,
        spec: "saml-bindings 3.4.4.1",
        message: Bilingual("The message is not raw DEFLATE data.", "消息不是原始 DEFLATE 数据。"),
        hint: Bilingual(
            "Deflate without zlib or gzip header (Java: Deflater with nowrap=true), then Base64, then percent-encode.",
            "压缩时不要带 zlib 或 gzip 头（Java 中为 nowrap=true 的 Deflater），然后做 Base64，再做百分号编码。"
        )
    )

    /// SAMLEncoding is unknown.
    public static let transportEncoding = RefusalCode(
        "transport.saml-encoding",
        .transport,
        spec: "saml-bindings 3.4.4",
        message: Bilingual("SAMLEncoding names an encoding other than DEFLATE.", "SAMLEncoding 指定了 DEFLATE 以外的编码。"),
        hint: Bilingual("Leave SAMLEncoding out; DEFLATE is the default.", "去掉 SAMLEncoding；默认即为 DEFLATE。")
    )

    /// The body is not a form.
    public static let transportForm = RefusalCode(
        "transport.form",
        .transport,
        spec: "saml-bindings 3.5.4",
        message: Bilingual("The body is not an HTML form.", "请求体不是 HTML 表单。"),
        hint: Bilingual(
            "Post with Content-Type application/x-www-form-urlencoded.",
            "请用 Content-Type: application/x-www-form-urlencoded 提交。"
        )
    )

    /// SigAlg without Signature, or the other way round.
    public static let transportSignaturePair = RefusalCode(
        "transport.signature-pair",
        .transport,
        spec: "saml-bindings 3.4.4.1",
        message: Bilingual("Of SigAlg and Signature only one is there.", "SigAlg 与 Signature 只出现了其中一个。"),
        hint: Bilingual("Send both or neither.", "两个参数要么都有，要么都没有。")
    )

    /// The message or RelayState is too large.
    public static let limitSize = RefusalCode(
        "limit.size",
        .limit,
        spec: "Drawbridge limits",
        message: Bilingual("The message is larger than is taken.", "消息超过了允许的大小。"),
        hint: Bilingual(
            "The limit stands in `expected`; an AuthnRequest usually has about 1 KB.",
            "上限见 expected；AuthnRequest 通常约 1 KB。"
        )
    )

    /// RelayState is too long.
    public static let limitRelayState = RefusalCode(
        "limit.relay-state",
        .limit,
        spec: "saml-bindings 3.4.3, 3.5.3",
        message: Bilingual("RelayState is longer than is taken.", "RelayState 超过了允许的长度。"),
        hint: Bilingual("Keep the state at the SP and send a short key.", "请把状态保存在 SP 端，只传一个短键。")
    )

    /// Nesting, counts or lengths inside the XML are over a limit.
    public static let limitStructure = RefusalCode(
        "limit.structure",
        .limit,
        spec: "Drawbridge limits",
        message: Bilingual(
            "The XML is nested too deep, or has too many elements, attributes or too long a value.",
            "XML 嵌套过深，或元素、属性过多，或某个值过长。"
        ),
        hint: Bilingual("The limit stands in `found`.", "具体上限见 found。")
    )

    /// All of this part.
    static let transport: [RefusalCode] = [
        transportParameterName, transportDuplicate, transportMissing, transportAmbiguous, transportEscape,
        transportBase64, transportDeflate, transportEncoding, transportForm, transportSignaturePair, limitSize,
        limitRelayState, limitStructure,
    ]
}
