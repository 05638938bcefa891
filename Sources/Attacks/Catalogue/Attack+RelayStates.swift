import SAML
import XMLSecurity

// State that comes back through our own page.
extension Attack {
    private static let source = "saml-bindings 3.4.3, 3.5.3, GO-2023-2114, CVE-2026-87949"

    static let relayStates: [Attack] = [
        query(46, "relay-state-long", "A RelayState of 3 KB", "3 KB 的 RelayState", source, [.limit]) {
            try $0.query(relayState: String(repeating: "x", count: 3000))
        },
        query(46, "relay-state-nul", "A RelayState with NUL", "RelayState 含 NUL", source, [.transport]) {
            try $0.query(relayState: "a\0b")
        },
        script("relay-state-script", "Markup in RelayState", "RelayState 中含标记", "\"><script>alert(1)</script>"),
        script(
            "relay-state-attribute",
            "An event handler in RelayState",
            "RelayState 中含事件属性",
            "x' onfocus='alert(1)' \"y"
        ),
        script("relay-state-address", "A script's address as RelayState", "RelayState 为脚本地址", "javascript:alert(1)"),
        script(
            "relay-state-entity",
            "Markup as entities in RelayState",
            "RelayState 中含实体形式的标记",
            "&quot;&gt;&lt;script&gt;"
        ),
    ]

    /// May be taken: the state is opaque, and comes back as it came, on a page that has no element more.
    private static func script(_ id: String, _ en: String, _ zh: String, _ state: String) -> Attack {
        Attack(46, id, en, zh, source: source, refusedAs: [], by: .requestQuery) { material in
            let query = try material.query(relayState: state)
            let honest = AttackMaterial.reading(
                service: material.assertionConsumerService,
                relayState: try RelayState(AttackMaterial.relayState)
            )
            return AttackPayload(Array(query.utf8), reading: [honest[0], state, honest[2]])
        }
    }
}
