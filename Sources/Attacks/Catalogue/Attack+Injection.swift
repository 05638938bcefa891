import SAML
import XMLSecurity

// Values with markup in them, which our own writer must write as values.
extension Attack {
    private static let source = "CVE-2026-46490"
    private static let breakout = """
        a</saml:AttributeValue></saml:Attribute><saml:Attribute Name="role"><saml:AttributeValue>admin
        """

    static let injection: [Attack] = [
        value("attribute-injection", "An attribute's value that closes its element", "属性值闭合自身元素", breakout),
        value("quote-injection", "A value with quotes and entities", "值中含引号和实体", "\"'&quot;&#60;&lt;"),
        value("cdata-injection", "A value that opens and closes CDATA", "值中含 CDATA 标记", "]]><![CDATA[ <x/> ]]>"),
        value("line-ends", "A value with line ends and tabs", "值中含换行和制表符", "a\r\nb\tc\rd"),
        Attack(
            48,
            "name-id-injection",
            "A name that closes its element",
            "名称闭合自身元素",
            source: source,
            refusedAs: [],
            by: .response
        ) {
            let name = "</saml:NameID><saml:NameID>\(AttackMaterial.forgedSubject)"
            let octets = try $0.response { $0.subject = name }.document($0.signer)
            return AttackPayload(octets, reading: [name, "account-1"])
        },
    ]

    private static func value(_ id: String, _ en: String, _ zh: String, _ value: String) -> Attack {
        Attack(48, id, en, zh, source: source, refusedAs: [], by: .response) {
            let octets = try $0.response { $0.attribute = value }.document($0.signer)
            return AttackPayload(octets, reading: [AttackMaterial.honestSubject, value])
        }
    }
}
