import XMLSecurity

// What is wrong with a signature (saml-core 5.4, saml-bindings 3.4.4.1).
extension RefusalCode {
    private static func signature(
        _ id: String,
        _ refusalClass: RefusalClass = .signature,
        spec: String = "saml-core 5.4",
        _ message: Bilingual,
        _ hint: Bilingual
    ) -> RefusalCode {
        RefusalCode(id, refusalClass, spec: spec, message: message, hint: hint)
    }

    /// No signature where one is required.
    public static let signatureMissing = signature(
        "signature.missing",
        spec: "saml-metadata 2.4.4 AuthnRequestsSigned; saml-profiles 4.1.4.5",
        Bilingual("The message is not signed.", "消息没有签名。"),
        Bilingual(
            "The peer's metadata says that it signs; check that nothing on the way drops SigAlg and Signature.",
            "对端元数据声明其会签名；请检查途中是否丢掉了 SigAlg 和 Signature。"
        )
    )
    /// Several signatures.
    public static let signatureSeveral = signature(
        "signature.several",
        .structure,
        Bilingual("An element has more than one signature.", "同一元素带有多个签名。"),
        Bilingual("Sign each element once.", "每个元素只签名一次。")
    )
    /// At the wrong place.
    public static let signaturePosition = signature(
        "signature.position",
        .structure,
        Bilingual("The signature does not stand directly behind Issuer.", "签名没有紧跟在 Issuer 之后。"),
        Bilingual(
            "Insert ds:Signature directly behind saml:Issuer, before anything else.",
            "请把 ds:Signature 紧接 saml:Issuer 插入，先于其他元素。"
        )
    )
    /// Unknown content.
    public static let signatureStructure = signature(
        "signature.structure",
        .structure,
        spec: "saml-core 5.4, xmldsig-core 4",
        Bilingual("The signature has parts that SAML does not use, or lacks one.", "签名含有 SAML 不使用的部分，或缺少某个部分。"),
        Bilingual(
            "No ds:Object, no comments, SignedInfo and SignatureValue once each.",
            "不得含 ds:Object 和注释；SignedInfo 与 SignatureValue 各出现一次。"
        )
    )
    /// Not exclusive C14N.
    public static let signatureCanonicalization = signature(
        "algorithm.canonicalization",
        .algorithm,
        spec: "saml-core 5.4.3",
        Bilingual("The canonicalisation method is not exclusive C14N.", "规范化方法不是独占规范化（exc-c14n）。"),
        Bilingual("Use http://www.w3.org/2001/10/xml-exc-c14n#.", "请使用 http://www.w3.org/2001/10/xml-exc-c14n#。")
    )
    /// Signature algorithm not allowed.
    public static let algorithmSignature = signature(
        "algorithm.signature",
        .algorithm,
        spec: "saml2int SDP-ALG01",
        Bilingual("The signature algorithm is not allowed.", "不允许使用该签名算法。"),
        Bilingual(
            "Sign with rsa-sha256 (or 384, 512) or ecdsa-sha256 (or 384); SHA-1 is broken.",
            "请使用 rsa-sha256（或 384、512）或 ecdsa-sha256（或 384）签名；SHA-1 已不安全。"
        )
    )
    /// Digest algorithm not allowed.
    public static let algorithmDigest = signature(
        "algorithm.digest",
        .algorithm,
        spec: "saml2int SDP-ALG01",
        Bilingual("The digest algorithm is not allowed.", "不允许使用该摘要算法。"),
        Bilingual("Use SHA-256, SHA-384 or SHA-512.", "请使用 SHA-256、SHA-384 或 SHA-512。")
    )
    /// Not one reference.
    public static let referenceCount = signature(
        "reference.count",
        .reference,
        spec: "saml-core 5.4.2",
        Bilingual("The signature has not exactly one reference.", "签名中的 Reference 不是恰好一个。"),
        Bilingual("Sign one element with one ds:Reference.", "请用一个 ds:Reference 签署一个元素。")
    )
    /// Reference to something else.
    public static let referenceURI = signature(
        "reference.uri",
        .reference,
        spec: "saml-core 5.4.2",
        Bilingual("The signature does not refer to the element it stands in.", "签名引用的不是它所在的元素。"),
        Bilingual(
            "The URI must be '#' and the ID of the signed element. A wrapped message looks like this too.",
            "URI 必须是 “#” 加被签元素的 ID。签名包裹攻击也会呈现这种样子。"
        )
    )
    /// Unknown transforms.
    public static let referenceTransforms = signature(
        "reference.transforms",
        .reference,
        spec: "saml-core 5.4.4",
        Bilingual("The signature uses other transforms than SAML allows.", "签名使用了 SAML 不允许的变换。"),
        Bilingual(
            "Use enveloped-signature, then exclusive C14N, and nothing else.",
            "只使用 enveloped-signature 和独占规范化，按此顺序。"
        )
    )
    /// IDs.
    public static let referenceID = signature(
        "reference.id",
        .reference,
        spec: "saml-core 1.3.4, 5.4.2",
        Bilingual("An ID is missing, doubled or not a name.", "ID 缺失、重复或不是合法名称。"),
        Bilingual(
            "Each ID is used once, begins with '_' or a letter, and is the attribute `ID` without prefix.",
            "每个 ID 只用一次，以 “_” 或字母开头，并写成不带前缀的 ID 属性。"
        )
    )
    /// No usable key.
    public static let keyNone = signature(
        "key.none",
        .key,
        spec: "saml-metadata 2.4.1.1",
        Bilingual("The peer's metadata has no key for this signature.", "对端元数据中没有可用于该签名的密钥。"),
        Bilingual(
            "Import the peer's current metadata; a signing key may have been changed.",
            "请导入对端的最新元数据；其签名密钥可能已更换。"
        )
    )
    /// Key too short.
    public static let keyShort = signature(
        "key.too-short",
        .key,
        spec: "saml2int SDP-MD06",
        Bilingual("The key is shorter than RSA 2048.", "密钥短于 RSA 2048。"),
        Bilingual("The peer needs a longer key.", "对端需要更换更长的密钥。")
    )
    /// Digest mismatch.
    public static let referenceMismatch = signature(
        "signature.reference-mismatch",
        .reference,
        spec: "saml-core 5.4.2, xmldsig-core 3.2.1",
        Bilingual("The content was changed after it was signed.", "内容在签名之后被改动过。"),
        Bilingual(
            "Often the document was pretty-printed, its line ends were converted, or it was re-encoded after signing.",
            "常见原因：签名后又做了排版缩进、换行符转换或重新编码。"
        )
    )
    /// Value mismatch.
    public static let signatureMismatch = signature(
        "signature.value-mismatch",
        spec: "saml-core 5.4, saml-bindings 3.4.4.1",
        Bilingual("The signature was not made by a key that the peer's metadata names.", "签名不是由对端元数据中的任何密钥生成的。"),
        Bilingual(
            "Either the peer signs with a new key, so import its metadata again, or the signed octets were changed on the way.",
            "要么对端换了新密钥，请重新导入其元数据；要么被签的字节在途中被改动。"
        )
    )
    /// Library failure.
    public static let signatureProcessing = signature(
        "signature.processing",
        spec: "xmldsig-core 3.2",
        Bilingual("The signature could not be processed.", "无法处理该签名。"),
        Bilingual("See `found` for what the XML security library said.", "XML 安全库给出的原因见 found。")
    )
    /// An XML signature inside a Redirect message.
    public static let signatureEmbedded = signature(
        "signature.embedded-in-redirect",
        spec: "saml-bindings 3.4.4.1",
        Bilingual("A message by HTTP-Redirect carries an XML signature.", "通过 HTTP-Redirect 发送的消息内嵌了 XML 签名。"),
        Bilingual("Remove it; the signature belongs into the query.", "请去掉它；签名应放在查询串里。")
    )

    /// All of this part.
    static let signatures: [RefusalCode] = [
        signatureMissing, signatureSeveral, signaturePosition, signatureStructure, signatureCanonicalization,
        algorithmSignature, algorithmDigest, referenceCount, referenceURI, referenceTransforms, referenceID, keyNone,
        keyShort, referenceMismatch, signatureMismatch, signatureProcessing, signatureEmbedded,
    ]
}
