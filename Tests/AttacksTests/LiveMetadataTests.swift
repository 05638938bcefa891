import Attacks
import SAML
import Testing
import XMLSecurity

@Suite("The attacks by metadata are live: a reader without one defence falls for them")
struct LiveMetadataTests {
    /// What a weak reader leaves out.
    enum Defence: Hashable { case presence, key, digest, time, address, size, scope }

    /// The skipped defence, and whether the attacker's address or key is then in force.
    static let all: [(id: String, skipped: Set<Defence>, marker: String?)] = [
        ("location-javascript", [.address], "javascript:alert(1)"),
        ("location-data", [.address], "data:text/html,x"),
        ("location-markup", [.address], "https://sp.example/\"><script>"),
        ("location-plain-http", [.address], "http://sp.example/saml/acs"),
        ("metadata-unsigned", [.presence], nil),
        ("metadata-other-key", [.key], nil),
        ("metadata-address-swapped", [.digest], AttackMaterial.forgedService),
        ("metadata-key-swapped", [.digest], Stand.material.attacker.certificate.base64),
        ("metadata-expired", [.time], nil),
        ("metadata-wrapped", [.scope], AttackMaterial.forgedService),
        ("metadata-rsa-1024", [.size], nil),
    ]

    @Test("Without the defence the metadata gets in, with it it does not", arguments: all)
    func live(id: String, skipped: Set<Defence>, marker: String?) throws {
        let octets = try #require(Attack.all.first { $0.id == id }).mutate(Stand.material).octets
        let read = try Self.read(octets, skipped)
        if let marker { #expect(read.contains(marker)) }
        for defence in skipped {
            #expect(throws: Refused.self) { try Self.read(octets, skipped.subtracting([defence])) }
        }
    }

    @Test("The reader that leaves nothing out takes the valid metadata")
    func valid() throws {
        let read = try Self.read(Stand.material.validMessage(.metadata), [])
        #expect(read.contains(Stand.material.assertionConsumerService))
    }

    /// Addresses and certificates of the first SP in the file.
    private static func read(_ octets: [UInt8], _ skipped: Set<Defence>) throws -> [String] {
        func hold(_ defence: Defence, _ isHeld: Bool) throws {
            guard isHeld || skipped.contains(defence) else { throw Refused("\(defence)") }
        }
        let document = try WeakDocument(octets)
        let signature = document.all(dsig("Signature")).first
        try hold(.presence, signature != nil)
        if let signature {
            try hold(.scope, signature.parent?.xpath == document.root.xpath)
            var rules: Set<AttacksTests.Defence> = []
            if skipped.contains(.digest) { rules.insert(.digest) }
            if skipped.contains(.key) { rules.insert(.pinnedKey) }
            do {
                _ = try WeakSignature(
                    document: document,
                    octets: octets,
                    key: Stand.material.signer.certificate.publicKey,
                    skipped: rules
                ).covered()
            } catch {
                throw Refused("signature: \(error)")
            }
        }
        let md: StaticString = "urn:oasis:names:tc:SAML:2.0:metadata"
        let entity = document.all(XMLName(md, "EntityDescriptor")).first
        let end = Instant(xsDateTime: entity?.attribute("validUntil") ?? "")
        try hold(.time, end.map { Stand.instant < $0 } ?? false)
        let address = document.all(XMLName(md, "AssertionConsumerService")).first?.attribute("Location") ?? ""
        try hold(.address, Location.fault(of: address) == nil)
        let text = document.all(dsig("X509Certificate")).last?.text ?? ""
        let certificate = try Certificate(base64: text)
        try hold(.size, !certificate.publicKey.algorithm.isTooShort)
        return [address, text]
    }
}
