import IdentityProvider
import Testing
import XMLSecurity

/// What every store of the ids of Partner Center must do.
enum PartnerCenterIDStoreConformance: String, CaseIterable, Sendable {
    case beginning = "Nothing is known at the beginning"
    case latest = "The last of each kind counts, whatever its time says"
    case trail = "Each record stands in the trail with its person"

    func check(_ store: any PartnerCenterIDStore, _ trail: any AuditTrail) async throws {
        let first = RecordedID(.platformID, "a_IDP", at: Sample.now, by: "Li")
        let second = RecordedID(.partnerID, "0123", at: Sample.now, by: "李雷")
        let third = RecordedID(.platformID, "b_IDP", at: Sample.now.adding(seconds: -60), by: "Han")
        switch self {
        case .beginning:
            #expect(try await store.ids() == PartnerCenterIDs())
        case .latest:
            try await store.record([first, second])
            #expect(try await store.ids() == PartnerCenterIDs([first, second]))
            try await store.record([third])
            let ids = try await store.ids()
            #expect(ids.platformID == third && ids.partnerID == second)
        case .trail:
            try await store.record([first, second])
            let entries = try await trail.entries(since: Sample.now, limit: 10)
            #expect(entries.map(\.kind) == [.accessConfiguration, .accessConfiguration])
            #expect(entries.map(\.subject) == ["platform-id", "bp-id"])
            #expect(entries.map(\.person) == ["Li", "李雷"])
        }
    }
}
