import Attacks
import SAML
import Testing
import XMLSecurity

@Suite("The attacks by form are live: a reader without one defence falls for them")
struct LiveFormTests {
    /// What is left out of the signature, the address then used, and which of two values is verified.
    static let all: [(id: String, skipped: Set<Defence>, address: String)] = [
        ("request-wrapped", [.scope], AttackMaterial.forgedService),
        ("request-in-signature", [.scope], AttackMaterial.forgedService),
        ("request-in-object", [.scope], AttackMaterial.forgedService),
        ("request-address-changed", [.digest], AttackMaterial.forgedService),
        ("request-doctype", [.doctype], Stand.material.assertionConsumerService),
    ]
    static let doubled = ["form-duplicate", "form-duplicate-behind", "form-encoded-name"]

    private func body(_ id: String) throws -> [UInt8] {
        try #require(Attack.all.first { $0.id == id }).mutate(Stand.material).octets
    }

    @Test("Without the defence the attack gets through, with it it does not", arguments: all)
    func live(id: String, skipped: Set<Defence>, address: String) throws {
        let xml = try InboundMessage.post(body: body(id)).decode(.request).xml
        #expect(try Self.address(xml, skipped) == address)
        #expect(throws: (any Error).self) { try Self.address(xml, []) }
    }

    @Test("Two values: a reader that verifies the one and uses the other answers the attacker", arguments: doubled)
    func twoValues(id: String) throws {
        let fields = String(decoding: try body(id), as: UTF8.self).split(separator: "&").map { field in
            WeakQuery.decoded(String(field.split(separator: "=", maxSplits: 1)[1]))
        }
        let messages = fields.compactMap { Base64.decode($0) }
        #expect(messages.count == 2)
        let verified = messages.filter { (try? Self.address($0, [])) == Stand.material.assertionConsumerService }
        let used = messages.filter { (try? Self.address($0, [.presence])) == AttackMaterial.forgedService }
        #expect(verified.count == 1 && used.count == 1)
    }

    @Test(
        "Written without escapes each state adds to the page, or is no state to be followed",
        arguments: [
            "relay-state-script", "relay-state-attribute", "relay-state-entity",
        ]
    )
    func states(id: String) throws {
        let query = String(decoding: try body(id), as: UTF8.self)
        let field = try #require(query.split(separator: "&").first { $0.hasPrefix("RelayState=") })
        let state = String(decoding: WeakQuery.decoded(String(field.dropFirst("RelayState=".count))), as: UTF8.self)
        // A careless page: the value as it came, in either kind of quotes. What comes out is another value, or markup.
        for quote in ["\"", "'"] where id != "relay-state-entity" && state.contains(quote) {
            let page = "<input value=" + quote + state + quote + ">"
            let value = page.dropFirst(14).prefix { String($0) != quote }
            #expect(String(value) != state)
        }
        let page = PostForm([], as: .response, to: "https://sp.example/", relayState: try RelayState(state)).html(.en)
        let html = String(decoding: page, as: UTF8.self)
        let value = try #require(html.firstMatch(of: /name="RelayState" value="([^"]*)"/)).output.1
        #expect(value != state && !value.contains("<") && !value.contains("'"))
    }

    private static func address(_ xml: [UInt8], _ skipped: Set<Defence>) throws -> String {
        let octets = try WeakText.readable(xml, skipped)
        let document = try WeakDocument(octets)
        let key = Stand.material.signer.certificate.publicKey
        _ = try WeakSignature(document: document, octets: octets, key: key, skipped: skipped).covered()
        return document.root.attribute("AssertionConsumerServiceURL") ?? ""
    }
}
