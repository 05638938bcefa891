/// Whether the domain needs a filing, and who vouches for it.
public struct FilingEvidence: Sendable {
    /// The site; `nil` when none is configured.
    public let site: String?
    /// The file.
    public let file: ChecklistAttachment?
}

extension ChecklistEvidence {
    /// What must be looked at for a part of the evidence: the part itself, unless it is made of others.
    static func looked(for part: PartialKeyPath<ChecklistEvidence>) -> Set<PartialKeyPath<ChecklistEvidence>> {
        switch part {
        case \ChecklistEvidence.filing: [\.partnerCenter, \.attachments]
        case \ChecklistEvidence.certificates: [\.whitelist, \.world]
        default: [part]
        }
    }

    /// What persons vouch with for the ICP filing, at the site that is configured.
    var filing: Evidence<FilingEvidence> {
        var site: String?
        if case .taken(let center, let at, let provenance) = partnerCenter {
            site = center.site
            guard site == FilingEvidence.site else {
                return .taken(FilingEvidence(site: site, file: nil), at: at, against: provenance)
            }
        }
        switch attachments {
        case .missing(let why): return .missing(why)
        case .taken(let files, let at, let provenance):
            let evidence = FilingEvidence(site: site, file: files[FilingEvidence.rule])
            return .taken(evidence, at: at, against: provenance)
        }
    }
}

extension FilingEvidence {
    /// The rule that asks for it.
    static let rule = "manual.icp"
    /// Only where the domain serves customers in the Chinese mainland is there a filing.
    static let site = "china"
}
