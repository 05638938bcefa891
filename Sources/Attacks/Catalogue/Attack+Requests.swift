import SAML
import XMLSecurity

// What a request asks for. Signed by the honest key unless the title says otherwise: a signature exempts from nothing.
extension Attack {
    private static let spoofing = "saml-core 3.4.1, saml-profiles 4.1.4.1; Keycloak wildcards"

    static let requests: [Attack] = [
        query(
            16,
            "unsigned-without-use",
            "Unsigned, from an SP whose key has no use",
            "SP 密钥无 use 属性，请求未签名",
            "CVE-2026-16443",
            [.signature]
        ) {
            try $0.query($0.request().unsigned(), signedBy: nil)
        },
        form(16, "unsigned-form-without-use", "The same by POST", "同上，POST 绑定", "CVE-2026-16443", [.signature]) {
            try $0.request().unsigned()
        },
        service("other-host", "Another host", "其他主机") { _ in AttackMaterial.forgedService },
        service("user-info", "The host as a user name", "把主机写成用户名") {
            $0.replacing("https://sp.example", with: "https://sp.example@attacker.example")
        },
        service("longer-host", "A host that only begins alike", "仅前缀相同的主机") {
            $0.replacing("sp.example", with: "sp.example.attacker.example")
        },
        service("dot-dot", "A path with ..", "路径含 ..") { $0 + "/../../open" },
        service("port", "The default port written out", "写出默认端口") {
            $0.replacing("sp.example", with: "sp.example:443")
        },
        service("case", "The path in capitals", "路径大写") { $0.replacing("/acs", with: "/ACS") },
        service("slash", "A slash more", "末尾多一个斜杠") { $0 + "/" },
        service("query", "A query behind", "附加查询串") { $0 + "?next=https://attacker.example/" },
        service("fragment", "A fragment behind", "附加片段") { $0 + "#a" },
        service("scheme", "http instead of https", "http 代替 https") { $0.replacing("https:", with: "http:") },
        service("idn", "A look-alike letter", "形近字母") { $0.replacing("example", with: "ex\u{0430}mple") },
        service("escape", "A letter of the path escaped", "路径字母被转义") { $0.replacing("/acs", with: "/%61cs") },
        service("wildcard", "A wildcard", "通配符") { $0.replacing("/acs", with: "/*") },
        query(45, "acs-index", "An index that is not registered", "未登记的序号", spoofing, [.acs]) {
            try $0.query {
                $0.service = nil
                $0.index = 7
            }
        },
        query(45, "acs-index-range", "An index out of its type", "序号越界", spoofing, [.schema]) {
            try $0.query {
                $0.service = nil
                $0.index = 65_536
            }
        },
        Attack(
            49,
            "replayed-request",
            "The same request twice",
            "同一请求发送两次",
            source: "saml-core 1.3.4",
            refusedAs: [.replay],
            by: .requestQuery
        ) { AttackPayload(Array(try $0.query().utf8), deliveries: 2) },
        query(
            50,
            "request-destination",
            "A request meant for another address",
            "发往其他地址的请求",
            "saml-core 3.2.1",
            [.destination]
        ) {
            try $0.query { $0.destination = "https://other.example/saml/sso" }
        },
        query(
            50,
            "request-no-destination",
            "A signed request meant for nobody",
            "未写 Destination 的已签请求",
            "saml-bindings 3.4.5.2",
            [.destination]
        ) {
            try $0.query { $0.destination = nil }
        },
        query(
            50,
            "request-issuer",
            "A request in the name of another SP",
            "冒用其他 SP 的请求",
            "saml-profiles 4.1.4.1",
            [.issuer]
        ) {
            try $0.query { $0.issuer = "https://other.example/metadata" }
        },
        query(51, "request-stale", "A request of yesterday", "昨天的请求", "saml-core 3.2.1", [.time]) { material in
            try material.query(material.request(at: -86_400).unsigned(), signedBy: material.signer)
        },
        query(51, "request-future", "A request of tomorrow", "明天的请求", "saml-core 3.2.1", [.time]) { material in
            try material.query(material.request(at: 86_400).unsigned(), signedBy: material.signer)
        },
    ]

    private static func service(
        _ id: String,
        _ en: String,
        _ zh: String,
        _ change: @escaping @Sendable (String) -> String
    ) -> Attack {
        query(45, "acs-" + id, en, zh, spoofing, [.acs]) { material in
            let changed = change(material.assertionConsumerService)
            guard changed != material.assertionConsumerService else {
                throw AttackNotApplicable(reason: "the address stays the same")
            }
            return try material.query { $0.service = changed }
        }
    }
}
