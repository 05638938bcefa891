/// The certificates of SPs: those on the whitelist, those in metadata, and those that are served where a probe looked.
public struct CertificateEvidence: Sendable {
    /// The whitelist and the metadata.
    public let whitelist: WhitelistEvidence
    /// The fingerprints that are served, by entity id.
    public let served: [String: [String]]
}

extension ChecklistEvidence {
    /// The certificates of SPs from all sides that were looked at.
    var certificates: Evidence<CertificateEvidence> {
        switch whitelist {
        case .missing(let why): return .missing(why)
        case .taken(let list, let at, let provenance):
            var served: [String: [String]] = [:]
            if case .taken(let seen, _, _) = world { served = seen.served }
            return .taken(CertificateEvidence(whitelist: list, served: served), at: at, against: provenance)
        }
    }
}
