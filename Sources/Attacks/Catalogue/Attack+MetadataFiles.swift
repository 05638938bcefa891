import SAML
import XMLSecurity

// Metadata that leads the customer, or the trust, to somebody else.
extension Attack {
    private static let poisoning = "saml2int SDP-MD02, SDP-MD03"

    static let metadataFiles: [Attack] = [
        location("javascript", "A script as the answer address", "应答地址为脚本", "javascript:alert(1)"),
        location("data", "A data address", "data: 地址", "data:text/html,x"),
        location("markup", "Markup in the address", "地址中含标记", "https://sp.example/&quot;>&lt;script>"),
        location("plain-http", "An address without TLS", "地址未使用 TLS", "http://sp.example/saml/acs"),
        metadata(56, "metadata-unsigned", "Metadata without its signature", "元数据去掉签名", poisoning, [.signature]) {
            var surgery = Surgery(try $0.signedMetadata())
            _ = try surgery.cut("ds:Signature")
            return surgery.octets
        },
        metadata(56, "metadata-other-key", "Metadata signed by the attacker", "攻击者签名的元数据", poisoning, [.signature]) {
            try $0.metadata(signedBy: $0.attacker)
        },
        metadata(56, "metadata-address-swapped", "The answer address changed", "改动应答地址", poisoning, [.reference]) {
            var surgery = Surgery(try $0.signedMetadata())
            try surgery.replace(
                " Location=\"\($0.assertionConsumerService)\"",
                with: " Location=\"\(AttackMaterial.forgedService)\""
            )
            return surgery.octets
        },
        metadata(56, "metadata-key-swapped", "The key changed for the attacker's", "密钥被换成攻击者的", poisoning, [.reference])
        {
            var surgery = Surgery(try $0.signedMetadata())
            let role = try surgery.element("md:SPSSODescriptor")
            let changed = role.replacing($0.signer.certificate.base64, with: $0.attacker.certificate.base64)
            try surgery.replace(role, with: changed)
            return surgery.octets
        },
        metadata(56, "metadata-expired", "Metadata of yesterday", "已过期的元数据", poisoning, [.time]) {
            try $0.signedMetadata(validFor: -86_400)
        },
        metadata(
            56,
            "metadata-wrapped",
            "Forged metadata around the signed one",
            "伪造元数据包裹已签元数据",
            poisoning,
            [.signature]
        ) {
            var signed = Surgery(try $0.signedMetadata())
            let entity = try signed.cut("md:EntityDescriptor")
            var evil = Surgery(try Surgery(try $0.unsignedMetadata()).element("md:EntityDescriptor"))
            try evil.replace(
                " Location=\"\($0.assertionConsumerService)\"",
                with: " Location=\"\(AttackMaterial.forgedService)\""
            )
            let open = "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\">"
            return Array("\(open)\(evil.text)\(entity)</md:EntitiesDescriptor>".utf8)
        },
    ]

    private static func location(_ id: String, _ en: String, _ zh: String, _ address: String) -> Attack {
        metadata(47, "location-" + id, en, zh, "GO-2023-2114, CVE-2026-87949", [.schema]) {
            var surgery = Surgery(try $0.unsignedMetadata())
            try surgery.replace(" Location=\"\($0.assertionConsumerService)\"", with: " Location=\"\(address)\"")
            return try $0.signMetadata(surgery.text)
        }
    }
}
