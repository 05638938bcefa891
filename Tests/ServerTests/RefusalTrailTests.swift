import HTTPTypes
import IdentityProvider
import SAML
import Storage
import TestSupport
import Testing
import XMLSecurity

@testable import Server

@Suite("What was refused is found by the reference id on the page")
struct RefusalTrailTests {
    private func reference(on reply: Bridge.Reply) throws -> String {
        let match = try #require(reply.text.firstMatch(of: /<code>([0-9a-f]{12})<\/code>/))
        return String(match.1)
    }

    private func record(_ reference: String, _ bridge: Bridge) async throws -> AuditRecord {
        var query = AuditQuery()
        query.reference = reference
        let records = try await bridge.archive.records(query)
        return try #require(records.count == 1 ? records.first : nil)
    }

    @Test("A request that is not signed, with the SP that it says it is from")
    func request() async throws {
        let bridge = try await Bridge()
        let message = try bridge.serviceProvider.redirect(bridge.request(), signed: false)
        let record = try await record(reference(on: bridge.send(message, json: false)), bridge)
        #expect(record.kind == .requestRefused)
        #expect(record.code == "signature.missing")
        #expect(record.serviceProvider == bridge.serviceProvider.entityID)
        #expect(record.at == bridge.clock.now)
    }

    @Test("A request that is used twice")
    func replay() async throws {
        let bridge = try await Bridge()
        let message = try bridge.serviceProvider.redirect(bridge.request())
        _ = try await bridge.send(message, json: false)
        let record = try await record(reference(on: bridge.send(message, json: false)), bridge)
        #expect(record.code == "replay.request")
        #expect(record.serviceProvider == bridge.serviceProvider.entityID)
    }

    @Test("A hand-off whose token is used twice, with its portal and the hash of its account")
    func handOff() async throws {
        let bridge = try await Bridge()
        let token = try PortalToken(now: bridge.clock.now).signed(by: bridge.portalKey)
        let body = Array("token=\(token)".utf8)
        _ = try await bridge.send(.post, "/sso/start", body: body, json: false)
        let reply = try await bridge.send(.post, "/sso/start", body: body, json: false)
        let record = try await record(reference(on: reply), bridge)
        #expect(record.kind == .handOffRefused)
        #expect(record.code == "token.replayed")
        guard case .event(let entry) = record.content else { throw Refusal(.sessionClosed) }
        #expect(entry.portal == "mall")
        #expect(entry.refusalClass == "token" || entry.refusalClass == "replay")
        #expect(entry.account?.count == 64)
    }

    @Test("A hand-off that nobody signed names no account")
    func unproved() async throws {
        let bridge = try await Bridge()
        let reply = try await bridge.send(.post, "/sso/start", body: Array("token=a.b.c".utf8), json: false)
        let record = try await record(reference(on: reply), bridge)
        #expect(record.account == nil && record.kind == .handOffRefused)
    }

    @Test("A flood of refusals is cut short, and the next minute says by how many")
    func flood() {
        let budget = RefusalBudget()
        let now = Instant(seconds: 1_795_000_020)
        for _ in 0..<RefusalBudget.perMinute { #expect(budget.spend(at: now) == 0) }
        for _ in 0..<7 { #expect(budget.spend(at: now) == nil) }
        #expect(budget.spend(at: now.adding(seconds: 60)) == 7)
        #expect(budget.spend(at: now.adding(seconds: 60)) == 0)
    }
}
