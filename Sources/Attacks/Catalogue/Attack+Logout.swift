import SAML
import XMLSecurity

// Ending somebody's session is an attack, too: logout messages are always signed, for us, and soon over.
extension Attack {
    private static let source = "GO-2026-4764, saml-profiles 4.4.3.1"

    static let logouts: [Attack] = [
        logout("logout-unsigned", "An unsigned LogoutRequest", "未签名的 LogoutRequest", [.signature]) {
            try $0.logoutQuery(signedBy: nil)
        },
        logout("logout-own-key", "A LogoutRequest by the attacker's key", "攻击者密钥签名的 LogoutRequest", [.signature]) {
            try $0.logoutQuery($0.logoutRequest(subject: AttackMaterial.forgedSubject), signedBy: $0.attacker)
        },
        logout("logout-other-issuer", "A LogoutRequest of another SP", "其他 SP 的 LogoutRequest", [.issuer]) {
            try $0.logoutQuery($0.logoutRequest(issuer: "https://other.example"), signedBy: $0.signer)
        },
        logout("logout-other-address", "A LogoutRequest for another provider", "发给其他提供商的 LogoutRequest", [.destination])
        {
            try $0.logoutQuery($0.logoutRequest(destination: "https://other.example/slo"), signedBy: $0.signer)
        },
        logout("logout-over", "A LogoutRequest that is over", "已过期的 LogoutRequest", [.time]) {
            try $0.logoutQuery($0.logoutRequest(end: -ResponseExpectations.usualSkew), signedBy: $0.signer)
        },
        logout("logout-changed", "A LogoutRequest whose query was changed", "查询串被改动的 LogoutRequest", [.signature]) {
            try $0.logoutQuery().replacing("SigAlg=", with: "RelayState=x&SigAlg=")
        },
        Attack(
            53,
            "logout-replayed",
            "A LogoutRequest delivered twice",
            "重复投递的 LogoutRequest",
            source: source,
            refusedAs: [.replay],
            by: .logoutQuery
        ) { AttackPayload(Array(try $0.logoutQuery().utf8), deliveries: 2) },
    ]

    private static func logout(
        _ id: String,
        _ en: String,
        _ zh: String,
        _ expected: Set<RefusalClass>,
        _ mutate: @escaping @Sendable (AttackMaterial) throws -> String
    ) -> Attack {
        Attack(53, id, en, zh, source: source, refusedAs: expected, by: .logoutQuery) {
            AttackPayload(try mutate($0))
        }
    }
}
