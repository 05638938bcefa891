import SAML
import XMLSecurity

// The signed octets of a query: written differently, with parts missing, or not signed there at all.
extension Attack {
    private static let octets = "saml-bindings 3.4.4.1"
    private static let matrix = "php-saml 667"

    static let queryOctets: [Attack] = [
        query(41, "escapes-upper", "Escapes rewritten in capitals after signing", "签名后转义改为大写", octets, [.signature]) {
            try replaced($0, "%3a", "%3A")
        },
        query(41, "escape-undone", "An escape undone after signing", "签名后去掉一处转义", octets, [.signature]) {
            try replaced($0, "%3a", ":")
        },
        query(41, "escape-added", "A letter escaped after signing", "签名后多转义一个字母", octets, [.signature]) {
            try replaced($0, "RelayState=r", "RelayState=%72")
        },
        query(41, "relay-state-changed", "RelayState changed after signing", "签名后改动 RelayState", octets, [.signature]) {
            try replaced($0, "RelayState=relay", "RelayState=attacker")
        },
        query(41, "request-changed", "The request exchanged after signing", "签名后替换请求", octets, [.signature]) {
            let valid = try $0.query()
            return try "SAMLRequest=" + $0.forgedValue() + valid[valid.firstIndex(of: "&", orThrow: "no &")...]
        },
        query(42, "other-encoding", "Another SAMLEncoding", "其他 SAMLEncoding", "saml-bindings 3.4.4", [.transport]) {
            try $0.query() + "&SAMLEncoding=urn:attacker"
        },
        query(
            42,
            "embedded-signature",
            "An XML signature instead of the query's",
            "以 XML 签名代替查询串签名",
            octets,
            [.signature]
        ) {
            try $0.query($0.request().signed(by: $0.signer), signedBy: nil)
        },
        query(42, "embedded-wrapped", "The same, around a forged request", "同上，包裹伪造请求", octets, [.signature]) {
            let signed = String(decoding: try $0.request().signed(by: $0.signer), as: UTF8.self)
            var evil = Surgery(try $0.forgedRequest.unsigned())
            try evil.replace(" ID=\"", with: " ID=\"_evil")
            let signature = try Surgery(signed).element("ds:Signature")
            try evil.insert(signature, after: "</saml:Issuer>")
            let original = try Surgery.edited(signed) { try $0.replace(signature, with: "") }
            try evil.insert("<samlp:Extensions>\(original)</samlp:Extensions>", after: "</ds:Signature>")
            return try $0.query(evil.octets, signedBy: nil)
        },
        presence("no-algorithm", "SigAlg missing", "缺 SigAlg", [.transport], without: ["SigAlg"]),
        presence("no-signature", "Signature missing", "缺 Signature", [.transport], without: ["Signature"]),
        presence(
            "neither",
            "SigAlg and Signature missing",
            "SigAlg 与 Signature 均缺",
            [.signature],
            without: ["SigAlg", "Signature"]
        ),
        presence("no-relay-state", "RelayState missing", "缺 RelayState", [.signature], without: ["RelayState"]),
        presence(
            "relay-and-algorithm",
            "RelayState and SigAlg missing",
            "缺 RelayState 与 SigAlg",
            [.transport],
            without: ["RelayState", "SigAlg"]
        ),
        presence(
            "relay-and-signature",
            "RelayState and Signature missing",
            "缺 RelayState 与 Signature",
            [.transport],
            without: ["RelayState", "Signature"]
        ),
        presence(
            "request-alone",
            "Nothing but the request",
            "只剩请求",
            [.signature],
            without: ["RelayState", "SigAlg", "Signature"]
        ),
        query(
            43,
            "presence-empty-relay-state",
            "An empty RelayState where none was signed",
            "签名时无 RelayState，却添加空值",
            matrix,
            [.signature]
        ) {
            try $0.query(relayState: nil) + "&RelayState="
        },
        query(43, "presence-empty-signature", "An empty Signature", "空 Signature", matrix, [.transport]) {
            let valid = try $0.query()
            return try Surgery.edited(valid) { try $0.replace(field("Signature", of: valid), with: "Signature=") }
        },
    ]

    private static func presence(
        _ id: String,
        _ en: String,
        _ zh: String,
        _ expected: Set<RefusalClass>,
        without names: [String]
    ) -> Attack {
        query(43, "presence-" + id, en, zh, matrix, expected) {
            let valid = try $0.query()
            return try names.reduce(valid) { query, name in
                try Surgery.edited(query) { try $0.replace("&" + field(name, of: query), with: "") }
            }
        }
    }

    private static func field(_ name: String, of query: String) throws(AttackNotApplicable) -> String {
        guard let field = query.split(separator: "&").first(where: { $0.hasPrefix(name + "=") }) else {
            throw AttackNotApplicable(reason: "no \(name)")
        }
        return String(field)
    }

    // RelayState is the field with exactly one colon.
    private static func replaced(_ material: AttackMaterial, _ old: String, _ new: String) throws -> String {
        let valid = try material.query()
        let state = try field("RelayState", of: valid)
        let changed = try Surgery.edited(state) { try $0.replace(old, with: new) }
        return try Surgery.edited(valid) { try $0.replace(state, with: changed) }
    }
}

extension String {
    fileprivate func firstIndex(of character: Character, orThrow reason: String) throws(AttackNotApplicable) -> Index {
        guard let index = firstIndex(of: character) else { throw AttackNotApplicable(reason: reason) }
        return index
    }
}
