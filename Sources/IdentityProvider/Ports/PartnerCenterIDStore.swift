/// The ids that Partner Center shows, kept with their history.
public protocol PartnerCenterIDStore: Sendable {
    /// What was recorded last.
    func ids() async throws -> PartnerCenterIDs
    /// Adds what was recorded together, with an entry in the trail for each.
    func record(_ ids: [RecordedID]) async throws
}
