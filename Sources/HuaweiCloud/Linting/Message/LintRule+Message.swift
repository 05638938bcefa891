import SAML

// Rules 33 to 54: the response.
extension LintRule {
    static let messageForm = numbered(
        33,
        "message.form",
        .error,
        "3.4",
        Bilingual("The form does not carry the response as it must.", "表单携带响应的方式不正确。"),
        Bilingual(
            "Fields are exactly SAMLResponse and RelayState; SAMLResponse is Base64 of the XML, without DEFLATE.",
            "字段只能是 SAMLResponse 和 RelayState；SAMLResponse 是 XML 的 Base64，不做 DEFLATE。"
        )
    )
    static let messageRelayState = numbered(
        34,
        "message.relay-state",
        .error,
        "3.4",
        Bilingual("RelayState is not what came with the request.", "RelayState 与请求带来的值不同。"),
        Bilingual("Send it back byte for byte.", "请逐字节原样送回。")
    )
    static let messageRoot = numbered(
        35,
        "message.root",
        .error,
        "3.4",
        Bilingual("The message is not a SAML 2.0 Response.", "消息不是 SAML 2.0 的 Response。"),
        Bilingual("The root is samlp:Response with Version 2.0.", "根元素应为 Version 为 2.0 的 samlp:Response。")
    )
    static let messageIssueInstant = numbered(
        35,
        "message.issue-instant",
        .error,
        "3.4",
        Bilingual("IssueInstant is missing or not a time in UTC.", "IssueInstant 缺失或不是 UTC 时间。"),
        Bilingual("Write it as 2026-11-23T05:57:28Z.", "请写成 2026-11-23T05:57:28Z 的形式。")
    )
    static let messageDestination = numbered(
        35,
        "message.destination",
        .error,
        "3.4",
        Bilingual("Destination is not the ACS of HUAWEI CLOUD.", "Destination 不是华为云的 ACS 地址。"),
        Bilingual("Take it from the SP metadata, letter by letter.", "请逐字取自 SP 元数据。")
    )
    static let messageInResponseTo = numbered(
        35,
        "message.in-response-to",
        .error,
        "3.4",
        Bilingual("InResponseTo is missing or names another request.", "InResponseTo 缺失或指向其他请求。"),
        Bilingual("It is the ID of the AuthnRequest that is answered.", "应为所回答的 AuthnRequest 的 ID。")
    )
    static let messageIssuer = numbered(
        35,
        "message.issuer",
        .error,
        "3.4",
        Bilingual(
            "Issuer is missing or is not the entityID of the uploaded metadata.",
            "Issuer 缺失，或与已上传元数据的 entityID 不同。"
        ),
        Bilingual("Both Issuers equal the entityID letter by letter.", "两处 Issuer 都须与 entityID 逐字相同。")
    )
    static let messageStatus = numbered(
        35,
        "message.status",
        .error,
        "3.4",
        Bilingual("The status is not Success.", "状态不是 Success。"),
        Bilingual("The status codes say why the identity provider refused.", "状态码说明了身份提供商拒绝的原因。")
    )
    static let messageAssertion = numbered(
        36,
        "message.assertion",
        .error,
        "3.4",
        Bilingual("There is not exactly one plain Assertion.", "未恰好包含一个未加密的 Assertion。"),
        Bilingual(
            "Send one saml:Assertion as a child of the Response, not encrypted.",
            "请在 Response 下发送一个未加密的 saml:Assertion。"
        )
    )
    static let messageSignature = numbered(
        37,
        "message.signature",
        .error,
        "3.4",
        Bilingual("The Assertion has no signature directly behind its Issuer.", "Assertion 的 Issuer 之后没有紧跟签名。"),
        Bilingual(
            "HUAWEI CLOUD documents a signature of the Assertion; one of the Response alone does not do.",
            "华为云要求对 Assertion 签名；只对 Response 签名不够。"
        )
    )
    static let messageReference = numbered(
        38,
        "message.reference",
        .error,
        "3.4",
        Bilingual("The signature's Reference is not the one of SAML.", "签名的 Reference 不符合 SAML 要求。"),
        Bilingual(
            "One Reference with URI # and the Assertion's ID; enveloped-signature, then exclusive C14N.",
            "一个 Reference，URI 为 # 加 Assertion 的 ID；依次为 enveloped-signature 和独占规范化。"
        )
    )
    static let messageAlgorithms = numbered(
        39,
        "message.algorithms",
        .error,
        "3.4",
        Bilingual("The algorithms are not those of HUAWEI CLOUD.", "算法与华为云要求不符。"),
        Bilingual("rsa-sha256, sha256 and exclusive C14N; never SHA-1.", "使用 rsa-sha256、sha256 和独占规范化；不得使用 SHA-1。")
    )
    static let messageCertificate = numbered(
        40,
        "message.certificate",
        .error,
        "2.1, 3.4",
        Bilingual(
            "The signature does not verify with the first certificate of the uploaded metadata.",
            "签名无法用已上传元数据中的第一张证书验证。"
        ),
        Bilingual(
            "Upload the metadata of the key that signs, or sign with the key of the metadata.",
            "请上传签名密钥对应的元数据，或用元数据中的密钥签名。"
        )
    )
    static let messageKeyInfo = numbered(
        40,
        "message.key-info",
        .warning,
        "2.1, 3.4",
        Bilingual("KeyInfo carries another certificate than the uploaded metadata.", "KeyInfo 中的证书与已上传元数据不同。"),
        Bilingual("Leave KeyInfo out, or send the certificate of the metadata.", "请去掉 KeyInfo，或发送元数据中的证书。")
    )
    static let messageIDs = numbered(
        41,
        "message.ids",
        .error,
        "3.4",
        Bilingual("An ID is missing, doubled or not a name.", "ID 缺失、重复或不是合法名称。"),
        Bilingual("Begin it with _ and make each from 160 random bits.", "以 _ 开头，并由 160 位随机数生成。")
    )
    static let messageNameID = numbered(
        42,
        "message.name-id",
        .warning,
        "3.4, 4.2",
        Bilingual("The NameID is missing, not transient or of another SP.", "NameID 缺失、不是 transient，或属于其他 SP。"),
        Bilingual(
            "A fresh transient value, with the SP as SPNameQualifier or NameQualifier.",
            "使用全新的 transient 值，SPNameQualifier 或 NameQualifier 为 SP。"
        )
    )
    static let messageConfirmation = numbered(
        43,
        "message.confirmation",
        .error,
        "3.4, 8",
        Bilingual("The subject's confirmation is not as it must be.", "主体确认不符合要求。"),
        Bilingual(
            "One bearer confirmation with Recipient, NotOnOrAfter and InResponseTo, without NotBefore.",
            "一个 bearer 确认，带 Recipient、NotOnOrAfter 和 InResponseTo，不带 NotBefore。"
        )
    )
    static let messageConditions = numbered(
        44,
        "message.conditions",
        .error,
        "3.4",
        Bilingual("The conditions do not hold now, or hold too long.", "条件此刻不成立，或有效期过长。"),
        Bilingual(
            "NotBefore a minute ago, NotOnOrAfter in five minutes; the server's clock follows NTP.",
            "NotBefore 提前一分钟，NotOnOrAfter 为五分钟后；服务器时钟使用 NTP。"
        )
    )
    static let messageAudience = numbered(
        44,
        "message.audience",
        .error,
        "3.4",
        Bilingual("The audience is not HUAWEI CLOUD.", "受众不是华为云。"),
        Bilingual("Audience is the SP's entityID with its slash at the end.", "Audience 为 SP 的 entityID，含末尾斜杠。")
    )
    static let messageAuthnStatement = numbered(
        45,
        "message.authn-statement",
        .error,
        "3.4",
        Bilingual("The AuthnStatement is missing or not whole.", "AuthnStatement 缺失或不完整。"),
        Bilingual(
            "Send AuthnInstant, SessionIndex and AuthnContextClassRef.",
            "请带上 AuthnInstant、SessionIndex 和 AuthnContextClassRef。"
        )
    )
    static let messageClock = numbered(
        46,
        "message.clock",
        .warning,
        "3.7",
        Bilingual("The message was made far from now.", "消息的生成时间与当前时间相差较大。"),
        Bilingual("When it is fresh the server's clock is wrong: let it follow NTP.", "若消息是刚生成的，则服务器时钟不准：请使用 NTP。")
    )
    static let messageAttributeNames = numbered(
        47,
        "message.attribute-names",
        .error,
        "3.5",
        Bilingual("A mandatory attribute is missing or empty, or a name is written otherwise.", "必填属性缺失或为空，或名称写法不同。"),
        Bilingual(
            "xUserId, xAccountId and bpId are never empty; names are case-sensitive.",
            "xUserId、xAccountId 和 bpId 不得为空；名称区分大小写。"
        )
    )
    static let messageAccountID = numbered(
        48,
        "message.x-account-id",
        .error,
        "1.4, 3.5, 6.4",
        Bilingual("xAccountId breaks its rule.", "xAccountId 不符合规则。"),
        Bilingual("1 to 128 visible characters, as given to create customer.", "1 到 128 个可见字符，与创建客户时一致。")
    )
    static let messageUserID = numbered(
        49,
        "message.x-user-id",
        .error,
        "3.5, 5",
        Bilingual("xUserId breaks its rule.", "xUserId 不符合规则。"),
        Bilingual("1 to 128 visible characters, the same for a user always.", "1 到 128 个可见字符，同一用户始终不变。")
    )
    static let messagePartnerID = numbered(
        50,
        "message.bp-id",
        .warning,
        "1.1, 3.5",
        Bilingual("bpId is not 32 hexadecimal digits.", "bpId 不是 32 位十六进制数。"),
        Bilingual("Take the partner's account id from Partner Center.", "请从伙伴中心获取伙伴账号 ID。")
    )
    static let messageAccountName = numbered(
        51,
        "message.name",
        .error,
        "3.5, 6.4",
        Bilingual("name breaks its rule.", "name 不符合规则。"),
        Bilingual(
            "5 to 32 letters, digits, - and _, not beginning with a digit, op_ or shadow_; or leave it out.",
            "5 到 32 个字母、数字、- 或 _，不以数字、op_ 或 shadow_ 开头；或不发送。"
        )
    )
    static let messageMobile = numbered(
        52,
        "message.mobile",
        .error,
        "3.5, 6.4",
        Bilingual("mobile breaks its rule.", "mobile 不符合规则。"),
        Bilingual(
            "Country code, hyphen, number: 0086-13800138000; or leave it out.",
            "国家码、连字符、号码：0086-13800138000；或不发送。"
        )
    )
    static let messageEmail = numbered(
        53,
        "message.email",
        .error,
        "3.5, 6.4",
        Bilingual("email breaks its rule.", "email 不符合规则。"),
        Bilingual("One @, at most 64 characters; or leave it out.", "一个 @，不超过 64 个字符；或不发送。")
    )
    static let messageAttributeForm = numbered(
        54,
        "message.attribute-form",
        .warning,
        "3.4",
        Bilingual("An attribute is not one text value in the format uri.", "属性不是 uri 格式下的单个文本值。"),
        Bilingual(
            "NameFormat uri or none, one AttributeValue, text only.",
            "NameFormat 为 uri 或不写，一个 AttributeValue，仅含文本。"
        )
    )
    static let messageUnchecked = numbered(
        33,
        "message.unchecked",
        .note,
        "3.4",
        Bilingual("A rule could not be judged with what was given.", "所给信息不足，有规则未能判断。"),
        Bilingual("Give the option that is named.", "请给出所指的选项。")
    )

    /// All of this part.
    static let ofHuaweiMessages = [
        messageForm, messageRelayState, messageRoot, messageIssueInstant, messageDestination, messageInResponseTo,
        messageIssuer, messageStatus, messageAssertion, messageSignature, messageReference, messageAlgorithms,
        messageCertificate, messageKeyInfo, messageIDs, messageNameID, messageConfirmation, messageConditions,
        messageAudience, messageAuthnStatement, messageClock, messageAttributeNames, messageAccountID, messageUserID,
        messagePartnerID, messageAccountName, messageMobile, messageEmail, messageAttributeForm, messageUnchecked,
    ]
}
