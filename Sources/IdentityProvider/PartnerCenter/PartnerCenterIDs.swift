public import HuaweiCloud

/// The ids and addresses that were recorded, the last of each kind.
public struct PartnerCenterIDs: Hashable, Sendable {
    /// `xAccountType`.
    public let platformID: RecordedID?
    /// `bpId`.
    public let partnerID: RecordedID?
    /// The notification URL that was entered.
    public let notificationURL: RecordedID?
    /// The return address behind a paid order that was entered.
    public let paidURL: RecordedID?
    /// The return address for a top-up that was entered.
    public let topUpURL: RecordedID?

    /// Takes the history, the oldest first.
    public init(_ history: [RecordedID] = []) {
        platformID = history.last { $0.kind == .platformID }
        partnerID = history.last { $0.kind == .partnerID }
        notificationURL = history.last { $0.kind == .notificationURL }
        paidURL = history.last { $0.kind == .paidURL }
        topUpURL = history.last { $0.kind == .topUpURL }
    }

    /// The preset with what configuration leaves open.
    /// - Parameter preset: what configuration says.
    /// - Returns: the preset with both ids, as far as either knows them.
    /// - Throws: ``PartnerCenterContradiction`` when both know an id, and not the same.
    public func completing(_ preset: HuaweiPreset) throws(PartnerCenterContradiction) -> HuaweiPreset {
        try require(platformID, preset.platformID?.value)
        try require(partnerID, preset.partnerID?.value)
        return preset.with(
            platformID: preset.platformID ?? platformID.flatMap { PlatformID($0.value) },
            partnerID: preset.partnerID ?? partnerID.flatMap { PartnerID($0.value) }
        )
    }

    private func require(_ recorded: RecordedID?, _ configured: String?) throws(PartnerCenterContradiction) {
        guard let recorded, let configured, recorded.value != configured else { return }
        throw PartnerCenterContradiction(recorded: recorded, configured: configured)
    }
}
