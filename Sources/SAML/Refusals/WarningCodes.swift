// What is taken and told: `interop` takes what the service never would, and people look at messages without their request.
extension RefusalCode {
    /// SHA-1 under interop.
    public static let warningSHA1 = RefusalCode(
        "algorithm.sha1-accepted",
        .algorithm,
        spec: "saml2int SDP-ALG01, Drawbridge interop policy",
        message: Bilingual("SHA-1 was taken because of the policy interop.", "因使用 interop 策略而接受了 SHA-1。"),
        hint: Bilingual("The service refuses it. Let the peer use rsa-sha256.", "正式服务会拒绝它。请让对端改用 rsa-sha256。")
    )
    /// A short key under interop.
    public static let warningShortKey = RefusalCode(
        "key.short-accepted",
        .key,
        spec: "saml2int SDP-MD06, Drawbridge interop policy",
        message: Bilingual("A short RSA key was taken because of the policy interop.", "因使用 interop 策略而接受了过短的 RSA 密钥。"),
        hint: Bilingual("The service refuses it. Let the peer use 2048 bits or more.", "正式服务会拒绝它。请让对端使用 2048 位或更长的密钥。")
    )
    /// CBC or PKCS#1 v1.5 under interop.
    public static let warningEncryption = RefusalCode(
        "encryption.weak-accepted",
        .encryption,
        spec: "saml2int SDP-ALG01, Drawbridge interop policy",
        message: Bilingual(
            "A weak encryption algorithm was taken because of the policy interop.",
            "因使用 interop 策略而接受了较弱的加密算法。"
        ),
        hint: Bilingual("The service refuses it. Let the peer use AES-GCM and OAEP.", "正式服务会拒绝它。请让对端使用 AES-GCM 与 OAEP。")
    )
    /// Looked at without its request.
    public static let warningRequestUnknown = RefusalCode(
        "response-to.unchecked",
        .responseTo,
        spec: "saml-profiles 4.1.4.3",
        message: Bilingual(
            "Whether the response answers the request of this browser was not checked.",
            "未检查该响应是否回答了此浏览器的请求。"
        ),
        hint: Bilingual("Give --in-response-to ID or --unsolicited.", "请给出 --in-response-to ID 或 --unsolicited。")
    )

    /// All of this part.
    static let warnings: [RefusalCode] = [warningSHA1, warningShortKey, warningEncryption, warningRequestUnknown]
}
