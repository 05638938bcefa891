import IdentityProvider
import Testing
import XMLSecurity

/// What every replay cache must do.
enum ReplayCacheConformance: String, CaseIterable, Sendable {
    case once = "A key is new once"
    case parts = "Kind, issuer and id all count, to the letter"
    case race = "Of a hundred tasks with one key exactly one is told that it is new"
    case crowd = "A hundred tasks with a key each are all told that it is new"
    case purge = "A key is remembered until its time, and may come again after it was forgotten"

    func check(_ cache: any ReplayCache, _ housekeeping: any Housekeeping) async throws {
        let key = ReplayKey(.request, issuer: "https://sp.example", id: "_1")
        switch self {
        case .once:
            #expect(try await cache.insertIfAbsent(key, until: Sample.now))
            #expect(try await cache.insertIfAbsent(key, until: Sample.now) == false)
            #expect(try await cache.insertIfAbsent(key, until: Sample.now.adding(seconds: 60)) == false)
        case .parts:
            #expect(try await cache.insertIfAbsent(key, until: Sample.now))
            let others = [
                ReplayKey(.token, issuer: key.issuer, id: key.id),
                ReplayKey(.assertion, issuer: key.issuer, id: key.id),
                ReplayKey(.request, issuer: "https://sp.example/", id: key.id),
                ReplayKey(.request, issuer: "HTTPS://sp.example", id: key.id),
                ReplayKey(.request, issuer: key.issuer, id: "_1 "),
                ReplayKey(.request, issuer: "https://sp.exampl", id: "e_1"),
                ReplayKey(.request, issuer: key.issuer, id: "'; DROP TABLE replay; --"),
            ]
            for other in others { #expect(try await cache.insertIfAbsent(other, until: Sample.now), "\(other)") }
        case .race:
            #expect(try await winners(of: 100) { _ in try await cache.insertIfAbsent(key, until: Sample.now) } == 1)
        case .crowd:
            let count = try await winners(of: 100) { number in
                let own = ReplayKey(.token, issuer: "mall", id: "\(number)")
                return try await cache.insertIfAbsent(own, until: Sample.now)
            }
            #expect(count == 100)
        case .purge:
            #expect(try await cache.insertIfAbsent(key, until: Sample.now))
            #expect(try await housekeeping.purge(before: Instant(milliseconds: Sample.now.milliseconds - 1)) == 0)
            #expect(try await cache.insertIfAbsent(key, until: Sample.now) == false)
            #expect(try await housekeeping.purge(before: Sample.now) == 1)
            #expect(try await cache.insertIfAbsent(key, until: Sample.now))
        }
    }
}
