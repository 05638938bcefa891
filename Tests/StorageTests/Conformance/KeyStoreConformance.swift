import IdentityProvider
import Storage
import Testing
import XMLSecurity

/// What every store of key states must do.
enum KeyStoreConformance: String, CaseIterable, Sendable {
    case order = "Keys come in the order in which they were made"
    case change = "A change moves one key and says since when"
    case twice = "A name is used once"
    case atOnce = "Several changes are made at once, and none when a key is elsewhere than its change says"
    case trail = "Each change stands in the trail with its person"
    case unknown = "A key that is not there cannot be moved"

    func check(_ store: any KeyStore, _ trail: any AuditTrail) async throws {
        let later = Sample.now.adding(seconds: 60)
        let first = KeyRecord(name: "z-2026", fingerprint: "00", state: .active, since: later)
        let second = KeyRecord(name: "a-2027", fingerprint: "11", state: .generated, since: Sample.now)
        try await store.add(first, by: "wang")
        try await store.add(second, by: "wang")
        switch self {
        case .order:
            #expect(try await store.keys() == [first, second])
        case .change:
            for state in KeyRecord.State.allCases {
                let present = try #require(await store.keys().last).state
                try await store.apply([KeyChange(second.name, from: present, to: state)], at: later, by: "li")
                let moved = KeyRecord(name: second.name, fingerprint: "11", state: state, since: later)
                #expect(try await store.keys() == [first, moved])
            }
        case .twice:
            let again = KeyRecord(name: first.name, fingerprint: "22", state: .generated, since: later)
            let error = await #expect(throws: StorageError.self) { try await store.add(again, by: "wang") }
            #expect(error?.code == .duplicate)
            #expect(try await store.keys() == [first, second])
        case .atOnce:
            let swap = [
                KeyChange(first.name, from: .active, to: .published),
                KeyChange(second.name, from: .published, to: .active),
            ]
            await #expect(throws: StorageError.self) { try await store.apply(swap, at: later, by: "li") }
            #expect(try await store.keys() == [first, second])
            try await store.apply([KeyChange(second.name, from: .generated, to: .published)], at: later, by: "li")
            try await store.apply(swap, at: later, by: "li")
            #expect(try await store.keys().map(\.state) == [.published, .active])
        case .trail:
            try await store.apply([KeyChange(second.name, from: .generated, to: .published)], at: later, by: "li")
            let entries = try await trail.entries(since: Sample.now, limit: 10)
            #expect(entries.map(\.subject) == [second.name, first.name, second.name])
            #expect(entries.map(\.person) == ["wang", "wang", "li"])
        case .unknown:
            let error = await #expect(throws: StorageError.self) {
                try await store.apply([KeyChange("nobody", from: .published, to: .active)], at: later, by: "li")
            }
            #expect(error?.code == .absent)
        }
    }
}
