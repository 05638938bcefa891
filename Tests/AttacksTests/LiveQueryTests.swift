import Attacks
import SAML
import Testing
import XMLSecurity

@Suite("The attacks by query are live: a reader without one defence falls for them")
struct LiveQueryTests {
    private func query(_ id: String) throws -> String {
        let attack = try #require(Attack.all.first { $0.id == id })
        return String(decoding: try attack.mutate(Stand.material).octets, as: UTF8.self)
    }

    @Test("Without the defence the attack gets through, with it it does not", arguments: LiveQuery.all)
    func live(live: LiveQuery) throws {
        let query = try query(live.id)
        #expect(try WeakQuery(material: Stand.material, skipped: live.skipped).address(query) == live.address)
        for defence in live.skipped {
            let reader = WeakQuery(material: Stand.material, skipped: live.skipped.subtracting([defence]))
            #expect((try? reader.address(query)) != live.address, "\(defence) is not what stops it")
        }
    }

    @Test("Each lenient comparison takes the address, and the honest one", arguments: LiveService.all)
    func comparison(service: LiveService) {
        let registered = Stand.material.assertionConsumerService
        #expect(service.address != registered)
        #expect(service.takes(service.address, registered))
    }

    @Test("The reader that leaves nothing out takes the valid query")
    func valid() throws {
        let query = String(decoding: try Stand.material.validMessage(.requestQuery), as: UTF8.self)
        #expect(try WeakQuery(material: Stand.material, skipped: []).address(query) == LiveQuery.honest)
    }
}
