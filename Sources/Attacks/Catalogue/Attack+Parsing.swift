import SAML
import XMLSecurity

// Documents that two parsers read differently, or that make a parser read more than the document.
extension Attack {
    private static let external = "CVE-2017-1000452, CVE-2017-1000061, CVE-2021-27736, CVE-2026-41066"

    static let parsing: [Attack] = [
        response(
            23,
            "doctype-differential",
            "A DOCTYPE that hides an assertion from one parser",
            "用 DOCTYPE 使两个解析器读法不同",
            "CVE-2025-25291",
            [.dtd]
        ) {
            let parts = try $0.parts()
            let evil = try parts.evil()
            let escaped = evil.replacing("\"", with: "&#34;")
            return Array(
                "<!DOCTYPE r [<!ENTITY e \"\(escaped)\">]>\(try parts.with("&e;" + parts.assertion).text)".utf8
            )
        },
        response(24, "entity-in-id", "An entity as the ID", "用实体充当 ID", "CVE-2025-23369", [.dtd]) {
            let valid = try $0.response().document($0.signer)
            return try entity($0, valid, "<!ENTITY e \"_assertion\">", " ID=\"_assertion\"", " ID=\"&e;\"")
        },
        response(25, "utf-16", "The response in UTF-16", "UTF-16 编码的响应", "CVE-2020-29509 to 29511", [.schema]) {
            let text = String(decoding: try $0.response().document($0.signer), as: UTF8.self)
            return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        },
        response(
            25,
            "utf-16-without-mark",
            "The same without a byte order mark",
            "同上，不带字节序标记",
            "CVE-2020-29509 to 29511",
            [.schema]
        ) {
            let text = String(decoding: try $0.response().document($0.signer), as: UTF8.self)
            return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        },
        declared("utf-7", "A declaration of UTF-7", "声明为 UTF-7", "encoding=\"UTF-7\""),
        declared("utf-16-declared", "A declaration of UTF-16 over UTF-8", "UTF-8 内容声明为 UTF-16", "encoding=\"UTF-16\""),
        declared("ebcdic", "A declaration of EBCDIC", "声明为 EBCDIC", "encoding=\"IBM037\""),
        response(25, "byte-order-mark", "A byte order mark", "带字节序标记", "CVE-2020-29509 to 29511", [.schema]) {
            [0xEF, 0xBB, 0xBF] + (try $0.response().document($0.signer))
        },
        xxe("xxe-file", "An external entity that is a file", "外部实体指向文件", "<!ENTITY e SYSTEM \"file:///etc/passwd\">"),
        xxe(
            "xxe-http",
            "An external entity that is an address",
            "外部实体指向网址",
            "<!ENTITY e SYSTEM \"http://127.0.0.1:9/canary\">"
        ),
        xxe(
            "xxe-parameter",
            "A parameter entity",
            "参数实体",
            "<!ENTITY % p SYSTEM \"http://127.0.0.1:9/canary\">%p;<!ENTITY e \"x\">"
        ),
        response(26, "external-dtd", "An external DTD", "外部 DTD", external, [.dtd]) {
            Array("<!DOCTYPE r SYSTEM \"http://127.0.0.1:9/canary.dtd\">".utf8)
                + (try $0.response().document($0.signer))
        },
    ]

    private static func declared(_ id: String, _ en: String, _ zh: String, _ encoding: String) -> Attack {
        response(25, id, en, zh, "CVE-2020-29509 to 29511", [.schema]) {
            Array("<?xml version=\"1.0\" \(encoding)?>".utf8) + (try $0.response().document($0.signer))
        }
    }

    private static func xxe(_ id: String, _ en: String, _ zh: String, _ declaration: String) -> Attack {
        response(26, id, en, zh, external, [.dtd]) {
            let message = "</samlp:StatusCode></samlp:Status>"
            return try entity(
                $0,
                $0.response().document($0.signer),
                declaration,
                message,
                "</samlp:StatusCode><samlp:StatusMessage>&e;</samlp:StatusMessage></samlp:Status>"
            )
        }
    }

    static func entity(
        _ material: AttackMaterial,
        _ valid: [UInt8],
        _ declaration: String,
        _ old: String,
        _ new: String
    ) throws -> [UInt8] {
        var surgery = Surgery(valid)
        try surgery.replace(old, with: new)
        return Array("<!DOCTYPE r [\(declaration)]>".utf8) + surgery.octets
    }
}
