import IdentityProvider
import Testing
import XMLSecurity

/// What every ledger must do.
enum IssuanceLedgerConformance: String, CaseIterable, Sendable {
    case empty = "An empty ledger is intact"
    case keeps = "Entries come back as they were appended"
    case since = "Entries come oldest first, from a time on that is included, up to a limit"
    case twice = "The same entry twice is two entries"
    case crowd = "Entries of a hundred tasks make one chain without a gap"
    case forever = "Housekeeping takes nothing out"

    func check(_ ledger: any IssuanceLedger, _ housekeeping: any Housekeeping) async throws {
        let beginning = Instant(milliseconds: 0)
        switch self {
        case .empty:
            #expect(try await ledger.verify() == .intact(entries: 0))
            #expect(try await ledger.entries(since: beginning, limit: 10) == [])
        case .keeps:
            let entries = (1...3).map { Sample.entry($0) }
            for entry in entries { try await ledger.append(entry) }
            #expect(try await ledger.entries(since: beginning, limit: 10) == entries)
            #expect(try await ledger.verify() == .intact(entries: 3))
        case .since:
            let entries = [30, 10, 20].map { Sample.entry($0, at: Sample.now.adding(seconds: Int64($0))) }
            for entry in entries { try await ledger.append(entry) }
            let since = Sample.now.adding(seconds: 20)
            #expect(try await ledger.entries(since: since, limit: 10) == [entries[2], entries[0]])
            #expect(try await ledger.entries(since: since, limit: 1) == [entries[2]])
        case .twice:
            try await ledger.append(Sample.entry())
            try await ledger.append(Sample.entry())
            #expect(try await ledger.verify() == .intact(entries: 2))
        case .crowd:
            _ = try await winners(of: 100) { number in
                try await ledger.append(Sample.entry(number))
                return true
            }
            #expect(try await ledger.verify() == .intact(entries: 100))
            let references = try await ledger.entries(since: beginning, limit: 1000).map(\.reference)
            #expect(Set(references) == Set((0..<100).map { "R-\($0)" }))
        case .forever:
            try await ledger.append(Sample.entry())
            #expect(try await housekeeping.purge(before: Sample.now.adding(seconds: 1_000_000_000)) == 0)
            #expect(try await ledger.verify() == .intact(entries: 1))
        }
    }
}
