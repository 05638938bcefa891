import SAML
import TestSupport
import Testing
import XMLSecurity

@Suite struct AssertionConsumerServiceTests {
    static let post = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
    static let artifact = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact"

    private static func provider(_ services: String...) throws -> SPSSODescriptor {
        let text = MetadataText.serviceProvider(services: services.joined())
        let entity = try #require(MetadataDocument(Array(text.utf8), at: MetadataText.now).entities.first)
        return try #require(entity.spSSODescriptor)
    }

    private static func service(_ index: Int, _ isDefault: Bool? = nil, binding: String = post) -> String {
        let attribute = isDefault.map { " isDefault=\"\($0)\"" } ?? ""
        return "<md:AssertionConsumerService Binding=\"\(binding)\" Location=\"https://sp.test/\(index)\""
            + " index=\"\(index)\"\(attribute)/>"
    }

    @Test(arguments: [
        ([service(0), service(1, true)], 1),
        ([service(0, false), service(1), service(2)], 1),
        ([service(3, false), service(1, false)], 3),
        ([service(0, true, binding: artifact), service(1)], 1),
        ([service(0, true), service(1, true)], 0),
    ])
    func theDefaultIsTheMarkedOneThenTheFirstNotUnmarkedThenTheFirst(_ services: [String], _ index: Int) throws {
        let provider = try Self.provider(services.joined())
        #expect(try provider.assertionConsumerService(url: nil, index: nil, binding: nil).index == index)
    }

    @Test func aRequestMayNameTheAddressOrTheIndex() throws {
        let provider = try Self.provider(Self.service(0), Self.service(7))
        let byURL = try provider.assertionConsumerService(url: "https://sp.test/7", index: nil, binding: Self.post)
        #expect(byURL.index == 7)
        #expect(try provider.assertionConsumerService(url: nil, index: 7, binding: nil) == byURL)
    }

    @Test(arguments: [
        "https://sp.test/0/", "https://sp.test/0?", "https://SP.test/0", "https://sp.test:443/0", "http://sp.test/0",
        "https://sp.test/%30", "https://sp.test/0#", " https://sp.test/0", "https://sp.test/1", "",
    ])
    func anAddressThatIsNotThereLetterByLetterIsRefused(_ url: String) throws {
        // 1 is registered, by another binding than the one we answer with.
        let provider = try Self.provider(Self.service(0), Self.service(1, binding: Self.artifact))
        let refusal = #expect(throws: Refusal.self) {
            try provider.assertionConsumerService(url: url, index: nil, binding: nil)
        }
        #expect(refusal?.code == .acsUnregistered)
        #expect(refusal?.expected == "https://sp.test/0")
    }

    @Test(arguments: [1, 2, -1, 65536])
    func anIndexThatIsNotThereIsRefused(_ index: Int) throws {
        let provider = try Self.provider(Self.service(0), Self.service(1, binding: Self.artifact))
        let refusal = #expect(throws: Refusal.self) {
            try provider.assertionConsumerService(url: nil, index: index, binding: nil)
        }
        #expect(refusal?.code == .acsIndex)
    }

    @Test func anotherBindingThanPOSTIsRefusedEvenForARegisteredEndpoint() throws {
        let provider = try Self.provider(Self.service(0), Self.service(1, binding: Self.artifact))
        let refusal = #expect(throws: Refusal.self) {
            try provider.assertionConsumerService(url: "https://sp.test/1", index: nil, binding: Self.artifact)
        }
        #expect(refusal?.code == .acsBinding)
    }
}
