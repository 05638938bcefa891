import Attacks

/// A lenient comparison of addresses that takes one which is not registered.
struct LiveService: Sendable, CustomStringConvertible {
    let id: String
    let address: String
    let takes: @Sendable (_ found: String, _ registered: String) -> Bool

    var description: String { id }

    private static let registered = Stand.material.assertionConsumerService

    private static func host(_ address: String) -> Substring {
        address.split(separator: "/", maxSplits: 3)[1]
    }

    private static func trimmed(_ address: String) -> String {
        address.hasSuffix("/") ? String(address.dropLast()) : address
    }

    static let all: [LiveService] = [
        .init(id: "other-host", address: AttackMaterial.forgedService) { _, _ in true },
        .init(id: "user-info", address: "https://sp.example@attacker.example/saml/acs") { found, wanted in
            found.hasPrefix("https://" + host(wanted))
        },
        .init(id: "longer-host", address: "https://sp.example.attacker.example/saml/acs") { found, wanted in
            host(found).hasPrefix(host(wanted))
        },
        .init(id: "dot-dot", address: registered + "/../../open") { $0.hasPrefix($1) },
        .init(id: "port", address: "https://sp.example:443/saml/acs") { found, wanted in
            found.replacing(":443/", with: "/") == wanted
        },
        .init(id: "case", address: "https://sp.example/saml/ACS") { $0.lowercased() == $1.lowercased() },
        .init(id: "slash", address: registered + "/") { trimmed($0) == trimmed($1) },
        .init(id: "query", address: registered + "?next=https://attacker.example/") { found, wanted in
            found.split(separator: "?")[0] == wanted
        },
        .init(id: "fragment", address: registered + "#a") { found, wanted in found.split(separator: "#")[0] == wanted },
        .init(id: "scheme", address: "http://sp.example/saml/acs") { host($0) == host($1) },
        .init(id: "idn", address: "https://sp.ex\u{0430}mple/saml/acs") { found, wanted in
            found.replacing("\u{0430}", with: "a") == wanted
        },
        .init(id: "escape", address: "https://sp.example/saml/%61cs") { found, wanted in
            found.replacing("%61", with: "a") == wanted
        },
        .init(id: "wildcard", address: "https://sp.example/saml/*") { found, wanted in
            found.hasSuffix("*") && wanted.hasPrefix(found.dropLast())
        },
    ]
}
