import IdentityProvider
import Testing
import XMLSecurity

/// What every store of uploads to Partner Center must do.
enum MetadataUploadStoreConformance: String, CaseIterable, Sendable {
    case beginning = "Nothing was uploaded at the beginning"
    case order = "Uploads come in the order in which they were recorded, whatever their times say, with all of each"
    case again = "The same file can be uploaded twice"
    case trail = "Each upload stands in the trail with its person and the file's hash"

    func check(_ store: any MetadataUploadStore, _ trail: any AuditTrail) async throws {
        let first = MetadataUpload(sha256: "aa", fingerprints: ["11", "22"], at: Sample.now, person: "李雷")
        let second = MetadataUpload(
            sha256: "bb",
            fingerprints: [],
            at: Sample.now.adding(seconds: -60),
            person: "Han"
        )
        switch self {
        case .beginning:
            #expect(try await store.uploads().isEmpty)
        case .order:
            try await store.record(first)
            try await store.record(second)
            #expect(try await store.uploads() == [first, second])
        case .again:
            try await store.record(first)
            try await store.record(first)
            #expect(try await store.uploads() == [first, first])
        case .trail:
            try await store.record(first)
            let entries = try await trail.entries(since: Sample.now, limit: 10)
            #expect(entries.map(\.kind) == [.accessConfiguration] && entries.map(\.person) == ["李雷"])
            #expect(entries.first?.action?.contains("aa") == true)
        }
    }
}
