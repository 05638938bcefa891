public import SAML

// What is wrong with a hand-off token (design section 7, RFC 7519, RFC 8725).
extension RefusalCode {
    private static func token(_ id: String, _ spec: String, _ message: Bilingual, _ hint: Bilingual) -> RefusalCode {
        RefusalCode("token." + id, .token, spec: spec, message: message, hint: hint)
    }

    /// No token.
    public static let tokenMissing = token(
        "missing",
        "Drawbridge design 7",
        Bilingual("There is no hand-off token.", "没有交接令牌。"),
        Bilingual("Post the form field `token`.", "请以表单字段 token 提交。")
    )
    /// Not a JWT.
    public static let tokenMalformed = token(
        "malformed",
        "RFC 7519 7.2",
        Bilingual("The token is not a JWT.", "令牌不是合法的 JWT。"),
        Bilingual(
            "Send header, payload and signature as base64url, joined by dots.",
            "请发送以点号连接的 base64url 头、载荷和签名。"
        )
    )
    /// alg none or another algorithm than the key's.
    public static let tokenAlgorithm = token(
        "algorithm",
        "RFC 8725 3.1",
        Bilingual(
            "The token's algorithm is not the one configured for the portal's key.",
            "令牌的算法与为门户密钥配置的算法不符。"
        ),
        Bilingual("The algorithm is fixed by configuration; `none` is never taken.", "算法由配置固定；绝不接受 none。")
    )
    /// crit header.
    public static let tokenCritical = token(
        "critical-header",
        "RFC 7515 4.1.11",
        Bilingual("The token's header has `crit`.", "令牌头部含有 crit。"),
        Bilingual("No critical extension is understood here; leave it out.", "此处不支持任何关键扩展，请去掉。")
    )
    /// Unknown key.
    public static let tokenUnknownKey = token(
        "unknown-key",
        "RFC 7515 4.1.4",
        Bilingual("The token names a key that the portal is not known to have.", "令牌指定的密钥不属于该门户。"),
        Bilingual("Compare `kid` with the portal's key file.", "请核对 kid 与门户的密钥文件。")
    )
    /// Bad signature.
    public static let tokenSignature = token(
        "signature",
        "RFC 7515 5.2",
        Bilingual("The token was not signed by the portal's key.", "令牌不是用门户的密钥签名的。"),
        Bilingual(
            "Compare the portal's public key here with the private key that signs there.",
            "请核对此处的门户公钥与签名所用的私钥。"
        )
    )
    /// Unknown portal.
    public static let tokenIssuer = token(
        "issuer",
        "RFC 7519 4.1.1",
        Bilingual("The token's `iss` is no portal known here.", "令牌的 iss 不是已登记的门户。"),
        Bilingual("Register the portal with `drawbridge portals add`.", "请用 drawbridge portals add 登记门户。")
    )
    /// Another audience.
    public static let tokenAudience = token(
        "audience",
        "RFC 7519 4.1.3",
        Bilingual("The token is meant for somebody else.", "令牌不是发给本系统的。"),
        Bilingual("Set `aud` to the entity id of this identity provider.", "请将 aud 设为本身份提供商的 entityID。")
    )
    /// Expired.
    public static let tokenExpired = token(
        "expired",
        "RFC 7519 4.1.4",
        Bilingual("The token is over.", "令牌已过期。"),
        Bilingual("Make it at the moment of the click; compare the clocks.", "请在点击时即时生成令牌，并核对时钟。")
    )
    /// Issued in the future.
    public static let tokenFuture = token(
        "issued-in-future",
        "RFC 7519 4.1.6",
        Bilingual("The token comes from the future.", "令牌的签发时间在未来。"),
        Bilingual("Compare the clocks; both sides must follow NTP.", "请核对时钟，双方都应使用 NTP。")
    )
    /// Lives too long.
    public static let tokenLifetime = token(
        "lifetime",
        "Drawbridge design 7",
        Bilingual("The token lives longer than 120 seconds, or ends before it begins.", "令牌有效期超过 120 秒，或结束早于开始。"),
        Bilingual("Set `exp` to `iat` + 60.", "请将 exp 设为 iat + 60。")
    )
    /// A claim is missing.
    public static let tokenClaimMissing = token(
        "claim-missing",
        "Drawbridge design 7",
        Bilingual("A mandatory claim is missing or empty.", "缺少必需的声明，或其值为空。"),
        Bilingual("The claim stands in `expected`.", "缺少的声明见 expected。")
    )
    /// A claim is of the wrong kind.
    public static let tokenClaimInvalid = token(
        "claim-invalid",
        "Drawbridge design 7",
        Bilingual("A claim breaks its rule.", "某个声明不符合规则。"),
        Bilingual("The rule stands in `expected`.", "规则见 expected。")
    )
    /// Used before.
    public static let tokenReplayed = token(
        "replayed",
        "RFC 7519 4.1.7",
        Bilingual("The token was used already.", "令牌已被使用过。"),
        Bilingual("Make a new token with a new `jti` for each click.", "每次点击都要生成带新 jti 的新令牌。")
    )
    /// Made for another request.
    public static let tokenRequest = token(
        "request",
        "Drawbridge design 7",
        Bilingual("The token is not for a waiting request.", "令牌不对应任何等待中的请求。"),
        Bilingual(
            "On resume, send the `request` value that came with the browser; on start, send none.",
            "恢复请求时须带上浏览器带来的 request 值；主动发起时不要带。"
        )
    )

    /// All of this part.
    static let tokens: [RefusalCode] = [
        tokenMissing, tokenMalformed, tokenAlgorithm, tokenCritical, tokenUnknownKey, tokenSignature, tokenIssuer,
        tokenAudience, tokenExpired, tokenFuture, tokenLifetime, tokenClaimMissing, tokenClaimInvalid, tokenReplayed,
        tokenRequest,
    ]
}
