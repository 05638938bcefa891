import IdentityProvider
import Testing
import XMLSecurity

/// What every store of resumptions must do.
enum ResumptionStoreConformance: String, CaseIterable, Sendable {
    case once = "A hand-off comes back as it was kept, once"
    case unknown = "An id that was never given out gets nothing"
    case over = "A hand-off is over at the moment it expires"
    case race = "Of fifty tasks that take one hand-off exactly one gets it"
    case purged = "Only hand-offs that are over are purged"

    func check(_ store: any ResumptionStore, _ housekeeping: any Housekeeping) async throws {
        let id = Sample.id()
        let resumption = Sample.resumption()
        try await store.put(resumption, as: id)
        switch self {
        case .once:
            #expect(try await store.take(id, at: Sample.now) == resumption)
            #expect(try await store.take(id, at: Sample.now) == nil)
        case .unknown:
            #expect(try await store.take(Sample.id(), at: Sample.now) == nil)
            #expect(try await store.take(id, at: Sample.now) == resumption)
        case .over:
            #expect(try await store.take(id, at: resumption.expiresAt) == nil)
            let last = Instant(milliseconds: resumption.expiresAt.milliseconds - 1)
            #expect(try await store.take(id, at: last) == resumption)
        case .race:
            #expect(try await winners(of: 50) { _ in try await store.take(id, at: Sample.now) != nil } == 1)
        case .purged:
            try await store.put(Sample.resumption(until: Sample.now), as: Sample.id())
            #expect(try await housekeeping.purge(before: Sample.now) == 1)
            #expect(try await store.take(id, at: Sample.now) == resumption)
        }
    }
}
