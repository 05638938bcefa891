import IdentityProvider
import Onboarding
import Testing
import XMLSecurity

/// What every outbox must do; the store of associations fills it for the portal `mall`.
enum WebhookOutboxConformance: String, CaseIterable, Sendable {
    case told = "A portal that handed the account over is told of each change, no other portal is"
    case leased = "What was taken is not taken again before its lease is over"
    case retried = "What failed is due again when it was said to be"
    case ended = "What was delivered is not taken again, and stays so"
    case revived = "A dead one is sent again from the start, others are not"
    case purged = "What ended is purged after thirty days, what waits never"

    func check(
        _ outbox: any WebhookOutbox,
        _ associations: any AssociationStore,
        _ housekeeping: any Housekeeping
    ) async throws {
        for portal in ["mall", "shop"] {
            let handOff = RecordedHandOff(portal: portal, user: "user-1", account: "account-1")
            try await associations.record(handOff, isFirstLogin: portal == "mall", at: Sample.now)
        }
        let lease = Sample.now.adding(seconds: 60)
        let taken = try await outbox.take(at: Sample.now, lease: lease, limit: 10)
        let id = try #require(taken.first?.id)
        switch self {
        case .told:
            #expect(taken.map(\.portal) == ["mall"])
            #expect(taken.first?.change.association.state == .pending)
            #expect(taken.map(\.attempts) == [1])
        case .leased:
            #expect(try await outbox.take(at: Sample.now, lease: lease, limit: 10).isEmpty)
            let later = lease.adding(seconds: 60)
            #expect(try await outbox.take(at: lease, lease: later, limit: 10).map(\.attempts) == [2])
        case .retried:
            let next = Sample.now.adding(seconds: 10)
            try await outbox.failed(id, "status 500", next: next, at: Sample.now)
            #expect(try await outbox.take(at: next.adding(seconds: -1), lease: lease, limit: 10).isEmpty)
            let again = try await outbox.take(at: next, lease: lease, limit: 10)
            #expect(again.map(\.fault) == ["status 500"])
            #expect(again.map(\.change) == taken.map(\.change))
        case .ended: try await Self.ended(outbox, id)
        case .revived:
            #expect(try await !outbox.revive(id, at: Sample.now))
            try await outbox.failed(id, "gone", next: nil, at: Sample.now)
            #expect(try await outbox.deliveries(.dead, limit: 10).map(\.fault) == ["gone"])
            #expect(try await outbox.take(at: lease, lease: lease, limit: 10).isEmpty)
            #expect(try await outbox.revive(id, at: Sample.now))
            #expect(try await outbox.take(at: Sample.now, lease: lease, limit: 10).map(\.attempts) == [1])
        case .purged:
            let end = Sample.now.adding(seconds: 30 * 86_400)
            #expect(try await housekeeping.purge(before: end) == 0)
            try await outbox.delivered(id, at: Sample.now)
            #expect(try await housekeeping.purge(before: end.adding(seconds: -1)) == 0)
            #expect(try await housekeeping.purge(before: end) == 1)
        }
    }

    private static func ended(_ outbox: any WebhookOutbox, _ id: Int64) async throws {
        let year = Sample.now.adding(seconds: 365 * 86_400)
        try await outbox.delivered(id, at: Sample.now)
        #expect(try await outbox.take(at: year, lease: year, limit: 10).isEmpty)
        #expect(try await outbox.deliveries(.delivered, limit: 10).map(\.id) == [id])
        try await outbox.failed(id, "late", next: nil, at: Sample.now)
        #expect(try await outbox.deliveries(.dead, limit: 10).isEmpty, "what was delivered stays so")
        #expect(try await outbox.deliveries(nil, limit: 10).count == 1)
    }
}
