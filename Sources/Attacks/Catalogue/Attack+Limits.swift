import SAML
import XMLSecurity

// Small messages that cost much.
extension Attack {
    private static let bombs = "CVE-2003-1564 and its kin, CVE-2026-50653"
    private static let zip = "GO-2023-1664, GO-2023-1602, GHSA-5mqj"

    static let limits: [Attack] = [
        response(27, "billion-laughs", "Entities inside entities", "实体嵌套膨胀", bombs, [.dtd]) {
            var declarations = "<!ENTITY e0 \"lol\">"
            for level in 1...9 {
                let inner = String(repeating: "&e\(level - 1);", count: 10)
                declarations += "<!ENTITY e\(level) \"\(inner)\">"
            }
            return try entity(
                $0,
                $0.response().document($0.signer),
                declarations + "<!ENTITY e \"&e9;\">",
                "</samlp:StatusCode></samlp:Status>",
                "</samlp:StatusCode><samlp:StatusMessage>&e;</samlp:StatusMessage></samlp:Status>"
            )
        },
        response(27, "quadratic-entities", "One long entity used often", "长实体多次引用", bombs, [.dtd]) {
            let long = String(repeating: "a", count: 20_000)
            let uses = String(repeating: "&e;", count: 20_000)
            return try entity(
                $0,
                $0.response().document($0.signer),
                "<!ENTITY e \"\(long)\">",
                "</samlp:StatusCode></samlp:Status>",
                "</samlp:StatusCode><samlp:StatusMessage>\(uses)</samlp:StatusMessage></samlp:Status>"
            )
        },
        inExtensions("deep-nesting", "Elements nested ten thousand deep", "一万层嵌套元素") {
            String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000)
        },
        inExtensions("many-elements", "Twenty thousand elements", "两万个元素") {
            String(repeating: "<a></a>", count: 20_000)
        },
        inExtensions("many-attributes", "Ten thousand attributes at one element", "一个元素带一万个属性") {
            "<a" + (0..<10_000).map { " a\($0)=\"\"" }.joined() + "></a>"
        },
        inExtensions("many-namespaces", "Five thousand namespaces in force", "五千个命名空间声明") {
            "<a" + (0..<5000).map { " xmlns:n\($0)=\"urn:\($0)\"" }.joined() + "></a>"
        },
        inExtensions("long-attribute", "An attribute of 100 KB", "100 KB 的属性值") {
            "<a a=\"\(String(repeating: "a", count: 100_000))\"></a>"
        },
        inExtensions("long-text", "A text of 100 KB", "100 KB 的文本") {
            "<a>\(String(repeating: "a", count: 100_000))</a>"
        },
        inExtensions("long-document", "A response of 1 MB", "1 MB 的响应") {
            String(repeating: "<a>\(String(repeating: "a", count: 1000))</a>", count: 1000)
        },
        query(44, "deflate-bomb", "8 KB that inflate to 8 MB", "8 KB 解压为 8 MB", zip, [.limit]) {
            let valid = try $0.request().unsigned()
            return try $0.query(valid + Array(repeating: 0x20, count: 8 << 20), signedBy: $0.signer)
        },
        query(
            44,
            "deflate-trailing",
            "Octets behind the end of the DEFLATE data",
            "DEFLATE 数据之后还有字节",
            zip,
            [.transport]
        ) {
            let deflated = Deflate.deflate(try $0.request().unsigned()) + Array("trailing".utf8)
            return try signed($0, value: deflated)
        },
        query(44, "long-query", "A query of 20 KB", "20 KB 的查询串", zip, [.limit]) {
            try $0.query() + "&x=" + String(repeating: "x", count: 20_000)
        },
    ]

    private static func inExtensions(
        _ id: String,
        _ en: String,
        _ zh: String,
        _ content: @escaping @Sendable () -> String
    ) -> Attack {
        response(27, id, en, zh, bombs, [.limit]) {
            var surgery = Surgery(try $0.response().document($0.signer))
            try surgery.insert("<samlp:Extensions>\(content())</samlp:Extensions>", before: "<samlp:Status>")
            return surgery.octets
        }
    }

    private static func signed(_ material: AttackMaterial, value: [UInt8]) throws -> String {
        let key = material.signer
        let query =
            "SAMLRequest=" + PercentEncoding.encode(Base64.encode(value)) + "&SigAlg="
            + PercentEncoding.encode(key.algorithm.rawValue)
        let signature = try key.privateKey.sign(Array(query.utf8), with: key.algorithm)
        return query + "&Signature=" + PercentEncoding.encode(Base64.encode(signature))
    }
}
