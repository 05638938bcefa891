import IdentityProvider
import Testing
import XMLSecurity

/// What every store of sessions must do.
enum SessionStoreConformance: String, CaseIterable, Sendable {
    case keeps = "A session comes back as it was kept"
    case separate = "An id opens its own session and no other"
    case over = "A session is over at the moment it expires"
    case replaced = "A session kept under the same id takes the place of the first"
    case ended = "An ended session is gone, and ending it again is no fault"
    case purged = "Only sessions that are over are purged"

    func check(_ store: any SessionStore, _ housekeeping: any Housekeeping) async throws {
        let id = Sample.id()
        let session = Sample.session()
        try await store.save(session, as: id, continuing: nil)
        switch self {
        case .keeps:
            #expect(try await store.session(id, at: Sample.now) == session)
        case .separate:
            let other = Sample.id()
            #expect(try await store.session(other, at: Sample.now) == nil)
            try await store.save(Sample.session(account: "account-2"), as: other, continuing: nil)
            #expect(try await store.session(id, at: Sample.now) == session)
            #expect(try await store.session(other, at: Sample.now)?.customer.xAccountID == "account-2")
        case .over:
            let last = Instant(milliseconds: session.expiresAt.milliseconds - 1)
            #expect(try await store.session(id, at: last) == session)
            #expect(try await store.session(id, at: session.expiresAt) == nil)
        case .replaced:
            try await store.save(Sample.session(account: "account-2"), as: id, continuing: nil)
            #expect(try await store.session(id, at: Sample.now)?.customer.xAccountID == "account-2")
        case .ended:
            #expect(try await store.end(.browser(id), at: Sample.now).isEmpty)
            #expect(try await store.session(id, at: Sample.now) == nil)
            #expect(try await store.end(.browser(id), at: Sample.now).isEmpty)
        case .purged:
            try await store.save(Sample.session(until: Sample.now), as: Sample.id(), continuing: nil)
            #expect(try await housekeeping.purge(before: Sample.now) == 1)
            #expect(try await store.session(id, at: Sample.now) == session)
        }
    }
}
