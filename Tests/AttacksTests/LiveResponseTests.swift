import Attacks
import SAML
import Testing
import XMLSecurity

@Suite("The attacks on responses are live: a reader without one defence falls for them")
struct LiveResponseTests {
    private func payload(_ id: String) throws -> [UInt8] {
        try #require(Attack.all.first { $0.id == id }).mutate(Stand.material).octets
    }

    @Test("Without the defence the attack gets through, with it it does not", arguments: LiveResponse.all)
    func live(response: LiveResponse) throws {
        let octets = try payload(response.id)
        var reader = WeakServiceProvider(material: Stand.material, skipped: response.skipped, choice: response.choice)
        #expect(try reader.subject(octets) == response.subject)
        // Each of the defences left out is needed: with any one of them back the reader says no.
        for defence in response.skipped {
            reader = WeakServiceProvider(
                material: Stand.material,
                skipped: response.skipped.subtracting([defence]),
                choice: response.choice
            )
            #expect((try? reader.subject(octets)) != response.subject, "\(defence) is not what stops it")
        }
    }

    @Test("The reader that leaves nothing out takes the valid message")
    func valid() throws {
        let reader = WeakServiceProvider(material: Stand.material, skipped: [])
        #expect(try reader.subject(Stand.material.validMessage(.response)) == LiveResponse.honest)
    }
}
