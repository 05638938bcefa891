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
    case unknown = "A key that is not there cannot be moved"

    func check(_ store: any KeyStore) async throws {
        let later = Sample.now.adding(seconds: 60)
        let first = KeyRecord(name: "z-2026", fingerprint: "00", state: .active, since: later)
        let second = KeyRecord(name: "a-2027", fingerprint: "11", state: .generated, since: Sample.now)
        try await store.add(first)
        try await store.add(second)
        switch self {
        case .order:
            #expect(try await store.keys() == [first, second])
        case .change:
            for state in KeyRecord.State.allCases {
                let present = try #require(await store.keys().last).state
                try await store.apply([KeyChange(second.name, from: present, to: state)], at: later)
                let moved = KeyRecord(name: second.name, fingerprint: "11", state: state, since: later)
                #expect(try await store.keys() == [first, moved])
            }
        case .twice:
            let again = KeyRecord(name: first.name, fingerprint: "22", state: .generated, since: later)
            let error = await #expect(throws: StorageError.self) { try await store.add(again) }
            #expect(error?.code == .duplicate)
            #expect(try await store.keys() == [first, second])
        case .atOnce:
            let swap = [
                KeyChange(first.name, from: .active, to: .published),
                KeyChange(second.name, from: .published, to: .active),
            ]
            await #expect(throws: StorageError.self) { try await store.apply(swap, at: later) }
            #expect(try await store.keys() == [first, second])
            try await store.apply([KeyChange(second.name, from: .generated, to: .published)], at: later)
            try await store.apply(swap, at: later)
            #expect(try await store.keys().map(\.state) == [.published, .active])
        case .unknown:
            let error = await #expect(throws: StorageError.self) {
                try await store.apply([KeyChange("nobody", from: .published, to: .active)], at: later)
            }
            #expect(error?.code == .absent)
        }
    }
}
