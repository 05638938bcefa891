import Attacks
import IdentityProvider
import SAML
import Testing
import XMLSecurity

@Suite("The other attacks are live, too")
struct LiveOtherTests {
    private func payload(_ id: String) throws -> AttackPayload {
        try #require(Attack.all.first { $0.id == id }).mutate(Stand.material)
    }

    @Test("A SHA-1 digest verifies where a policy allows one")
    func sha1() throws {
        let root = try XMLDocument(parsing: payload("digest-sha1").octets, limits: .message).root
        let assertion = try #require(root.children.last)
        let keys = [VerificationKey(Stand.material.signer.certificate.publicKey)]
        #expect(throws: SignatureFailure.self) { try SignatureVerifier.verify(assertion, keys: keys, policy: .strict) }
        let signed = try SignatureVerifier.verify(assertion, keys: keys, policy: .metadataSHA1Digest)
        #expect(signed.digestAlgorithm == .sha1)
    }

    @Test("Without a memory a replay is taken")
    func replay() throws {
        let response = try payload("replayed-response").octets
        for _ in 0..<2 {
            _ = try ResponseValidator(Stand.material.expectations).validate(response, at: Stand.instant).get()
        }
        let request = try payload("replayed-request").octets
        let provider = try Stand.identityProvider()
        for _ in 0..<2 { _ = try provider.receive(.redirect(query: request), at: Stand.instant).get() }
    }

    @Test("A reader that ends text at a comment reads another attribute, and another SignedInfo")
    func comments() throws {
        let attribute = String(decoding: try payload("comment-in-attribute").octets, as: UTF8.self)
        let value = try #require(attribute.firstMatch(of: /<saml:AttributeValue[^>]*>([^<]*)<!/))
        #expect(value.output.1 == "account")
        let reader = WeakServiceProvider(material: Stand.material, skipped: [])
        let commented = try payload("comment-in-signed-info").octets
        #expect(commented != (try Stand.material.validMessage(.response)))
        #expect(try reader.subject(commented) == LiveResponse.honest)
    }

    @Test("By POST: a reader that asks for no signature, or trusts the key in it, takes the request")
    func forms() throws {
        let unsigned = try UnverifiedRequest(
            InboundMessage.post(body: payload("unsigned-form-without-use").octets).decode(.request)
        )
        let verified = try unsigned.verify(keys: [], required: false)
        #expect(verified.message.assertionConsumerServiceURL == Stand.material.assertionConsumerService)
        let foreign = try InboundMessage.post(body: payload("own-key-form").octets).decode(.request)
        let root = try XMLDocument(parsing: foreign.xml, limits: .message).root
        let brought = try #require(root.child(dsig("Signature")).flatMap(WeakKeyInfo.key))
        let request = try UnverifiedRequest(foreign).verify(keys: [VerificationKey(brought)], required: true).message
        #expect(request.assertionConsumerServiceURL == AttackMaterial.forgedService)
    }

    @Test(
        "Written without escapes the values break out of their elements",
        arguments: [
            "attribute-injection", "quote-injection", "cdata-injection", "line-ends", "name-id-injection",
        ]
    )
    func injection(id: String) throws {
        let payload = try payload(id)
        let reading = try #require(payload.reading)
        let hostile = try #require(reading.first { $0 != LiveResponse.honest && $0 != "account-1" })
        let text = "<a><saml:NameID>" + hostile + "</saml:NameID></a>"
        let asWritten = try? XMLDocument(parsing: Array(text.utf8), limits: .message).root.children.first?.text
        #expect(asWritten != hostile)
        #expect(
            !payload.octets.isEmpty && !String(decoding: payload.octets, as: UTF8.self).contains(">" + hostile + "<")
        )
    }

    @Test("What lacks a whole part lacks only that")
    func missing() throws {
        #expect(try payload("empty-document").octets.isEmpty)
        let none = try WeakDocument(payload("no-assertion").octets)
        #expect(none.root.is(samlp("Response")) && none.all(saml("Assertion")).isEmpty)
        #expect(none.root.at(samlp("Status"), samlp("StatusCode"))?.attribute("Value")?.hasSuffix(":Success") == true)
        let other = try XMLDocument(parsing: payload("other-root").octets, limits: .message).root
        #expect(try AuthnRequest(decoding: other).issuer == Stand.material.serviceProvider)
    }

    static let boundaries = ["confirmation-within", "conditions-within", "conditions-begin", "authenticated-within"]

    @Test("A reader without tolerance would refuse what stands on a boundary", arguments: boundaries)
    func boundary(id: String) throws {
        let document = try WeakDocument(payload(id).octets)
        let names = ["NotBefore", "AuthnInstant"]
        let ends = ["NotOnOrAfter"]
        let times = document.all.flatMap(\.attributes).map { ($0.name, Instant(xsDateTime: $0.value)) }
        let early = times.contains { names.contains($0.0) && $0.1.map { $0 > Stand.instant } ?? false }
        let late = times.contains { ends.contains($0.0) && $0.1.map { $0 <= Stand.instant } ?? false }
        #expect(early != late)
    }

    @Test("A script's address as RelayState comes back as a value, and is nobody's link")
    func scriptAddress() throws {
        let query = String(decoding: try payload("relay-state-address").octets, as: UTF8.self)
        #expect(query.contains("RelayState=javascript%3aalert%281%29"))
        let state = try RelayState("javascript:alert(1)")
        let page = String(
            decoding: PostForm([], as: .response, to: "https://sp.example/", relayState: state).html(.en),
            as: UTF8.self
        )
        #expect(page.contains("value=\"javascript:alert(1)\""))
        #expect(!page.contains("href") && !page.contains("action=\"javascript"))
    }

    /// Every attack must have its proof of life in one of the suites.
    @Test("No attack is left without a proof")
    func complete() {
        let others: Set = [
            "digest-sha1", "replayed-response", "replayed-request", "comment-in-attribute", "comment-in-signed-info",
            "unsigned-form-without-use", "own-key-form", "attribute-injection", "quote-injection", "cdata-injection",
            "line-ends", "name-id-injection", "relay-state-script", "relay-state-attribute", "relay-state-entity",
            "relay-state-address", "empty-document", "no-assertion", "other-root",
        ]
        let lists = [
            LiveResponse.all.map(\.id), LiveQuery.all.map(\.id), LiveMetadataTests.all.map(\.id),
            LiveBombTests.entities, LiveBombTests.sizes, LiveFormTests.all.map(\.id), LiveFormTests.doubled,
            Self.boundaries, LiveSealedTests.all,
        ]
        let proved = others.union(lists.flatMap { $0 })
        let ids = Set(Attack.all.map(\.id))
        #expect(ids.subtracting(proved).sorted() == [])
        #expect(proved.subtracting(ids).sorted() == [])
    }
}
