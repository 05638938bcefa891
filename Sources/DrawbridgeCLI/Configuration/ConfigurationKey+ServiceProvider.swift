extension ConfigurationKey {
    /// Every key of `metadata/sp/NAME.yaml`, which says how one SP is answered.
    static let serviceProvider: [ConfigurationKey] =
        [
            .init(
                "sign",
                .choice,
                "assertion",
                "both",
                "What is signed: assertion, response or both.",
                "签名对象：assertion、response 或 both。"
            ),
            .init(
                "algorithm",
                .choice,
                "of the key",
                "rsa-sha512",
                "rsa-sha256, rsa-sha384, rsa-sha512; with a P-256 key ecdsa-sha256, ecdsa-sha384, ecdsa-sha512.",
                "rsa-sha256、rsa-sha384、rsa-sha512；P-256 密钥为 ecdsa-sha256、ecdsa-sha384、ecdsa-sha512。"
            ),
            .init(
                "encrypt",
                .boolean,
                "false",
                "true",
                "Whether assertions are encrypted (AES-256-GCM, RSA-OAEP) to the key in the SP's metadata, which must have one.",
                "是否用 SP 元数据中的加密公钥加密断言（AES-256-GCM、RSA-OAEP）；元数据须有该密钥。"
            ),
            .init(
                "name_id",
                .choice,
                "transient",
                "persistent",
                "transient: fresh each time; persistent: the same for one customer here, another at other SPs; email.",
                "transient：每次不同；persistent：同一客户在此 SP 固定、在其他 SP 不同；email：邮箱地址。"
            ),
            .init(
                "assertion_lifetime",
                .seconds,
                "300",
                "120",
                "How many seconds an assertion may be delivered.",
                "断言可投递的秒数。"
            ),
            .init("session", .seconds, "28800", "3600", "How many seconds the SP may keep its session.", "SP 会话最长秒数。"),
            .init(
                "skew",
                .seconds,
                "of drawbridge.yaml",
                "60",
                "How many seconds the SP's clock may differ.",
                "允许的 SP 时钟偏差（秒）。"
            ),
            .init(
                "authn_context",
                .uri,
                "what the portal says",
                "urn:oasis:names:tc:SAML:2.0:ac:classes:Password",
                "The class that every sign-in is stated as.",
                "对该 SP 统一声明的认证上下文类。"
            ),
            .init(
                "idp_initiated",
                .boolean,
                "false",
                "true",
                "Whether a hand-off with the claim sp may lead there without a request of the SP.",
                "门户令牌带有 sp 声明时，是否可在没有该 SP 请求的情况下直接登录。"
            ),
        ] + attributes

    private static let attributes: [ConfigurationKey] = [
        ("user_id", "urn:oid:0.9.2342.19200300.100.1.1", "the user at the portal", "门户用户标识"),
        ("account_id", "accountNumber", "the account at the portal", "门户账号标识"),
        ("account_name", "displayName", "the account's name", "账号名称"),
        ("email", "mail", "the e-mail address", "邮箱"),
        ("mobile", "telephoneNumber", "the phone number", "手机号"),
    ].map { fact, example, en, zh in
        ConfigurationKey(
            "attributes.\(fact)",
            .text,
            "",
            example,
            "The attribute that carries \(en); as soon as one is named, only those named are sent.",
            "承载\(zh)的属性名；一旦指定任一属性，仅发送已指定的属性。"
        )
    }
}
