import IdentityProvider
import Testing
import XMLSecurity

/// What every trail must do.
enum AuditTrailConformance: String, CaseIterable, Sendable {
    case empty = "An empty trail is intact"
    case keeps = "Entries come back as they were appended"
    case since = "Entries come oldest first, from a time on that is included, up to a limit"
    case crowd = "Entries of a hundred tasks make one chain without a gap"
    case forever = "Housekeeping takes nothing out"

    func check(_ trail: any AuditTrail, _ housekeeping: any Housekeeping) async throws {
        let beginning = Instant(milliseconds: 0)
        switch self {
        case .empty:
            #expect(try await trail.verify() == .intact(entries: 0))
            #expect(try await trail.entries(since: beginning, limit: 10) == [])
        case .keeps:
            let change = TrailEntry(
                changing: .portal,
                "mall",
                "added",
                at: Sample.now,
                by: "李 <&\"'>",
                reason: "go-live"
            )
            let entries = [Sample.refusal(), change]
            for entry in entries { try await trail.append(entry) }
            #expect(try await trail.entries(since: beginning, limit: 10) == entries)
            #expect(try await trail.verify() == .intact(entries: 2))
        case .since:
            let entries = [30, 10, 20].map { Sample.refusal($0, at: Sample.now.adding(seconds: Int64($0))) }
            for entry in entries { try await trail.append(entry) }
            let since = Sample.now.adding(seconds: 20)
            #expect(try await trail.entries(since: since, limit: 10) == [entries[2], entries[0]])
            #expect(try await trail.entries(since: since, limit: 1) == [entries[2]])
        case .crowd:
            _ = try await winners(of: 100) { number in
                try await trail.append(Sample.refusal(number))
                return true
            }
            #expect(try await trail.verify() == .intact(entries: 100))
            let references = try await trail.entries(since: beginning, limit: 1000).compactMap(\.reference)
            #expect(Set(references) == Set((0..<100).map { "T-\($0)" }))
        case .forever:
            try await trail.append(Sample.refusal())
            #expect(try await housekeeping.purge(before: Sample.now.adding(seconds: 1_000_000_000)) == 0)
            #expect(try await trail.verify() == .intact(entries: 1))
        }
    }
}
