import IdentityProvider
import Testing
import XMLSecurity

/// What every store of waiting requests must do.
enum PendingRequestStoreConformance: String, CaseIterable, Sendable {
    case keeps = "A waiting request comes back as it was parked, as often as one looks"
    case once = "A waiting request is taken once"
    case unknown = "An id that was never parked gets nothing"
    case over = "A waiting request is over at the moment it expires, for looking and for taking"
    case race = "Of fifty tasks that take one request exactly one gets it"
    case purged = "Only requests that are over are purged"

    func check(_ store: any PendingRequestStore, _ housekeeping: any Housekeeping) async throws {
        let request = try Sample.pending()
        let id = request.id
        try await store.park(request)
        switch self {
        case .keeps:
            #expect(try await store.pending(id, at: Sample.now) == request)
            #expect(try await store.pending(id, at: Sample.now) == request)
        case .once:
            #expect(try await store.take(id, at: Sample.now) == request)
            #expect(try await store.take(id, at: Sample.now) == nil)
            #expect(try await store.pending(id, at: Sample.now) == nil)
        case .unknown:
            #expect(try await store.pending(Sample.id(), at: Sample.now) == nil)
            #expect(try await store.take(Sample.id(), at: Sample.now) == nil)
            #expect(try await store.take(id, at: Sample.now) == request)
        case .over:
            #expect(try await store.pending(id, at: request.expiresAt) == nil)
            #expect(try await store.take(id, at: request.expiresAt) == nil)
            let last = Instant(milliseconds: request.expiresAt.milliseconds - 1)
            #expect(try await store.take(id, at: last) == request)
        case .race:
            #expect(try await winners(of: 50) { _ in try await store.take(id, at: Sample.now) != nil } == 1)
        case .purged:
            try await store.park(try Sample.pending(until: Sample.now))
            #expect(try await housekeeping.purge(before: Sample.now) == 1)
            #expect(try await store.pending(id, at: Sample.now) == request)
        }
    }
}
