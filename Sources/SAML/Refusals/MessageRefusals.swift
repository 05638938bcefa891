// What is wrong with what a message says (saml-core 3.4, saml-profiles 4.1.4).
extension RefusalCode {
    private static func message(
        _ id: String,
        _ refusalClass: RefusalClass,
        _ spec: String,
        _ message: Bilingual,
        _ hint: Bilingual
    ) -> RefusalCode {
        RefusalCode(id, refusalClass, spec: spec, message: message, hint: hint)
    }

    /// No Issuer.
    public static let issuerMissing = message(
        "issuer.missing",
        .issuer,
        "saml-profiles 4.1.4.1",
        Bilingual("The message has no usable Issuer.", "消息没有可用的 Issuer。"),
        Bilingual("Issuer must be the sender's entity id.", "Issuer 必须是发送方的 entityID。")
    )
    /// Issuer of another format.
    public static let issuerFormat = message(
        "issuer.format",
        .issuer,
        "saml-profiles 4.1.4.1, saml-core 8.3.6",
        Bilingual("Issuer has a format other than entity.", "Issuer 的 Format 不是 entity。"),
        Bilingual("Leave Format out.", "请去掉 Format。")
    )
    /// Issuer unknown.
    public static let issuerUnknown = message(
        "issuer.unknown",
        .issuer,
        "saml-profiles 4.1.4.1",
        Bilingual("The sender is not known here.", "发送方未在此注册。"),
        Bilingual(
            "Import its metadata with `drawbridge sp import`; entity ids are compared letter by letter, a trailing slash counts.",
            "请用 drawbridge sp import 导入其元数据；entityID 逐字比较，末尾的斜杠也算。"
        )
    )
    /// Issuer differs from the one expected.
    public static let issuerMismatch = message(
        "issuer.mismatch",
        .issuer,
        "saml-profiles 4.1.4.3",
        Bilingual("The Issuer is another than expected.", "Issuer 与预期不符。"),
        Bilingual("Compare the entity id with the metadata that was uploaded.", "请与已上传元数据中的 entityID 对照。")
    )
    /// Destination missing.
    public static let destinationMissing = message(
        "destination.missing",
        .destination,
        "saml-bindings 3.4.5.2, 3.5.5.2",
        Bilingual("A signed message has no Destination.", "已签名的消息没有 Destination。"),
        Bilingual("Set Destination to the address that the message is sent to.", "请把 Destination 设为消息发往的地址。")
    )
    /// Destination differs.
    public static let destinationMismatch = message(
        "destination.mismatch",
        .destination,
        "saml-core 3.2.1, 3.2.2",
        Bilingual("The message was meant for another address.", "消息的目标地址不是这里。"),
        Bilingual(
            "Destination must equal the published address letter by letter; check base_url and the metadata that the peer has.",
            "Destination 必须与公布的地址逐字相同；请检查 base_url 以及对端持有的元数据。"
        )
    )
    /// ACS not registered.
    public static let acsUnregistered = message(
        "acs.unregistered",
        .acs,
        "saml-profiles 4.1.4.1, saml-core 3.4.1",
        Bilingual("The answer address is not in the SP's metadata.", "应答地址不在 SP 的元数据中。"),
        Bilingual(
            "A signature does not lift this rule. Import the SP's current metadata if the address is right.",
            "即使有签名也不例外。若地址无误，请导入 SP 的最新元数据。"
        )
    )
    /// ACS index unknown.
    public static let acsIndex = message(
        "acs.index",
        .acs,
        "saml-core 3.4.1",
        Bilingual("The SP's metadata has no answer address of that number.", "SP 的元数据中没有该序号的应答地址。"),
        Bilingual("Use an index that the metadata lists.", "请使用元数据中列出的序号。")
    )
    /// ACS binding not POST.
    public static let acsBinding = message(
        "acs.binding",
        .acs,
        "saml-profiles 4.1.2, saml-core 3.4.1",
        Bilingual("The answer is wanted by a binding that is not offered.", "请求的应答绑定方式不受支持。"),
        Bilingual("Answers go by HTTP-POST.", "应答只通过 HTTP-POST 发送。")
    )
    /// Issued too long ago.
    public static let timeStale = message(
        "time.stale",
        .time,
        "saml-core 3.2.1, Drawbridge freshness",
        Bilingual("The message is too old.", "消息已过期。"),
        Bilingual(
            "Start again from the portal. If it happens always, compare the clocks: both sides must follow NTP.",
            "请从门户重新开始。若总是如此，请核对两端时钟，双方都应使用 NTP。"
        )
    )
    /// Issued in the future.
    public static let timeFuture = message(
        "time.future",
        .time,
        "saml-core 3.2.1",
        Bilingual("The message comes from the future.", "消息的时间在未来。"),
        Bilingual("One of the two clocks is wrong; both sides must follow NTP.", "有一端的时钟不准；双方都应使用 NTP。")
    )
    /// Validity not begun.
    public static let timeNotYet = message(
        "time.not-yet-valid",
        .time,
        "saml-core 2.5.1.2",
        Bilingual("The assertion is not valid yet.", "断言尚未生效。"),
        Bilingual("Compare the clocks, or set NotBefore a minute into the past.", "请核对时钟，或把 NotBefore 提前一分钟。")
    )
    /// Validity over.
    public static let timeExpired = message(
        "time.expired",
        .time,
        "saml-core 2.5.1.2, saml-profiles 4.1.4.3",
        Bilingual("The assertion is no longer valid.", "断言已失效。"),
        Bilingual("Compare the clocks; the customer may have waited too long on a page.", "请核对时钟；也可能是客户在页面上停留过久。")
    )
    /// NotOnOrAfter missing.
    public static let timeMissing = message(
        "time.missing",
        .time,
        "saml-profiles 4.1.4.2",
        Bilingual("A confirmation has no end of validity.", "主体确认没有失效时间。"),
        Bilingual("SubjectConfirmationData needs NotOnOrAfter.", "SubjectConfirmationData 必须带 NotOnOrAfter。")
    )
    /// An empty window.
    public static let timeWindow = message(
        "time.window",
        .time,
        "saml-core 2.5.1.2",
        Bilingual("The validity ends before it begins.", "有效期的结束早于开始。"),
        Bilingual("NotBefore must be before NotOnOrAfter.", "NotBefore 必须早于 NotOnOrAfter。")
    )
    /// Already used.
    public static let replayRequest = message(
        "replay.request",
        .replay,
        "saml-core 1.3.4, Drawbridge replay rule",
        Bilingual("This request was answered already.", "该请求已被处理过。"),
        Bilingual(
            "The browser went back, or the page was loaded twice. Start again from the portal.",
            "可能是浏览器后退或页面重复加载。请从门户重新开始。"
        )
    )
    /// Assertion used before.
    public static let replayAssertion = message(
        "replay.assertion",
        .replay,
        "saml-profiles 4.1.4.5",
        Bilingual("This assertion was used already.", "该断言已被使用过。"),
        Bilingual("Each assertion is good for one sign-on.", "每个断言只能用于一次登录。")
    )
    /// Subject in the request.
    public static let subjectUnsupported = message(
        "subject.unsupported",
        .subject,
        "saml-profiles 4.1.4.1",
        Bilingual("The Subject of the request is not a plain NameID.", "请求中的 Subject 不是单独的 NameID。"),
        Bilingual("Send saml:NameID without SubjectConfirmation.", "请只发送 saml:NameID，不带 SubjectConfirmation。")
    )
    /// Subject is somebody else.
    public static let subjectMismatch = message(
        "subject.mismatch",
        .subject,
        "saml-core 3.3.4, 3.4.1.4",
        Bilingual("The request asks for another user than the one signed in.", "请求指定的用户与当前登录用户不是同一人。"),
        Bilingual("Leave Subject out, or sign in as that user.", "请去掉 Subject，或以该用户登录。")
    )
    /// No bearer confirmation.
    public static let subjectConfirmation = message(
        "subject.confirmation",
        .subject,
        "saml-profiles 4.1.4.2",
        Bilingual("The assertion has no bearer confirmation that holds.", "断言没有有效的 bearer 主体确认。"),
        Bilingual(
            "One SubjectConfirmation of method bearer is needed, without NotBefore.",
            "需要一个 Method 为 bearer 的 SubjectConfirmation，且不带 NotBefore。"
        )
    )
    /// NameID policy cannot be met.
    public static let nameIDPolicy = message(
        "name-id.policy",
        .nameID,
        "saml-core 3.4.1.1",
        Bilingual("The name identifier asked for cannot be given.", "无法提供所要求的名称标识。"),
        Bilingual("Ask for transient, or for no format.", "请要求 transient，或不指定格式。")
    )
    /// Foreign SPNameQualifier.
    public static let nameIDQualifier = message(
        "name-id.sp-name-qualifier",
        .nameID,
        "saml-core 3.4.1.1",
        Bilingual("SPNameQualifier names another SP or an unknown affiliation.", "SPNameQualifier 指向其他 SP 或未知联盟。"),
        Bilingual("It must be the requesting SP's own entity id.", "它必须是请求方 SP 自己的 entityID。")
    )
    /// Authentication context cannot be met.
    public static let authnContextUnmet = message(
        "authn-context.unmet",
        .authnContext,
        "saml-core 3.3.2.2.1",
        Bilingual("The sign-in does not meet the authentication context asked for.", "登录方式不满足所要求的认证上下文。"),
        Bilingual(
            "The portal's sign-in stands for PasswordProtectedTransport unless the token's `acr` says otherwise.",
            "门户登录默认相当于 PasswordProtectedTransport，除非令牌的 acr 另有说明。"
        )
    )
    /// IsPassive without session.
    public static let passiveWithoutSession = message(
        "session.passive",
        .session,
        "saml-core 3.4.1",
        Bilingual("The request forbids a page, and nobody is signed in.", "请求不允许显示页面，而当前没有人登录。"),
        Bilingual(
            "Send the request without IsPassive, or sign in at the portal first.",
            "请去掉 IsPassive，或先在门户登录。"
        )
    )
    /// Status is not success.
    public static let statusFailed = message(
        "status.not-success",
        .status,
        "saml-core 3.2.2.2",
        Bilingual("The response reports a failure.", "响应报告了失败。"),
        Bilingual(
            "The status stands in `found`; it says why the identity provider refused.",
            "状态见 found；它说明了身份提供商拒绝的原因。"
        )
    )
    /// InResponseTo differs.
    public static let responseToMismatch = message(
        "response-to.mismatch",
        .responseTo,
        "saml-core 3.2.2, saml-profiles 4.1.4.3",
        Bilingual("The response answers another request.", "响应所回答的不是这个请求。"),
        Bilingual(
            "InResponseTo must be the ID of the request that this browser brought.",
            "InResponseTo 必须是该浏览器带来的请求的 ID。"
        )
    )
    /// Not one assertion.
    public static let structureAssertions = message(
        "structure.assertion-count",
        .structure,
        "saml2int SDP-IDP10, saml-profiles 4.1.4.2",
        Bilingual("The response has not exactly one assertion.", "响应中的断言不是恰好一个。"),
        Bilingual("Send one assertion with one AuthnStatement.", "请发送一个断言，其中含一个 AuthnStatement。")
    )
    /// Audience missing or other.
    public static let audienceMismatch = message(
        "audience.mismatch",
        .audience,
        "saml-core 2.5.1.4, saml-profiles 4.1.4.2",
        Bilingual("The assertion is meant for another service provider.", "断言的受众不是该服务提供商。"),
        Bilingual(
            "Audience must be the SP's entity id letter by letter; a trailing slash counts.",
            "Audience 必须与 SP 的 entityID 逐字相同，末尾的斜杠也算。"
        )
    )
    /// Recipient differs.
    public static let recipientMismatch = message(
        "recipient.mismatch",
        .recipient,
        "saml-profiles 4.1.4.2",
        Bilingual("The confirmation is meant for another address.", "主体确认的接收地址不是这里。"),
        Bilingual("Recipient must equal the ACS address letter by letter.", "Recipient 必须与 ACS 地址逐字相同。")
    )
    /// Unknown condition.
    public static let conditionUnknown = message(
        "condition.unknown",
        .condition,
        "saml-core 2.5.1",
        Bilingual("The assertion has a condition that is not understood.", "断言含有无法理解的条件。"),
        Bilingual(
            "What is not understood cannot be held, so the assertion is not used.",
            "无法理解的条件就无法遵守，因此不使用该断言。"
        )
    )

    /// A name identifier against its format.
    public static let nameIDFormat = message(
        "name-id.format",
        .nameID,
        "saml-core 8.3",
        Bilingual("The name identifier breaks the rules of its format.", "名称标识不符合其 Format 的规则。"),
        Bilingual(
            "transient and persistent: at most 256 characters, qualified by the two parties only; emailAddress: name@domain.",
            "transient 与 persistent：不超过 256 个字符，限定名只能是双方；emailAddress：name@domain。"
        )
    )
    /// One attribute twice.
    public static let attributeDuplicate = message(
        "attribute.duplicate",
        .attribute,
        "saml-core 2.7.3.1",
        Bilingual("An attribute stands twice under one name and format.", "同名同格式的属性出现了两次。"),
        Bilingual(
            "Send one saml:Attribute with several saml:AttributeValue.",
            "请发送一个 saml:Attribute，其中含多个 saml:AttributeValue。"
        )
    )
    /// A null value that has content.
    public static let attributeNil = message(
        "attribute.nil",
        .attribute,
        "saml-core 2.7.3.1.1",
        Bilingual("An attribute value is marked as null and is not empty.", "属性值标记为空（xsi:nil），却带有内容。"),
        Bilingual("Leave xsi:nil out, or leave the element empty.", "请去掉 xsi:nil，或让该元素为空。")
    )

    /// All of this part.
    static let messages: [RefusalCode] = [
        issuerMissing, issuerFormat, issuerUnknown, issuerMismatch, destinationMissing, destinationMismatch,
        acsUnregistered, acsIndex, acsBinding, timeStale, timeFuture, timeNotYet, timeExpired, timeMissing, timeWindow,
        replayRequest, replayAssertion, subjectUnsupported, subjectMismatch, subjectConfirmation, nameIDPolicy,
        nameIDQualifier, authnContextUnmet, passiveWithoutSession, statusFailed, responseToMismatch,
        structureAssertions, audienceMismatch, recipientMismatch, conditionUnknown, nameIDFormat,
        attributeDuplicate, attributeNil,
    ]
}
