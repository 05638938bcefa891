import XMLSecurity

/// What differs between two metadata files in meaning: order, prefixes and white space are no difference.
public struct MetadataDiff: Hashable, Sendable {
    /// The differences, entity by entity.
    public let changes: [MetadataChange]

    /// Compares two files.
    public init(from old: [EntityDescriptor], to new: [EntityDescriptor]) {
        changes = Self.pairs(old, new).flatMap(Self.changes)
    }

    // A single entity that got another id is the same entity.
    private static func pairs(
        _ old: [EntityDescriptor],
        _ new: [EntityDescriptor]
    ) -> [(EntityDescriptor?, EntityDescriptor?)] {
        if old.count == 1, new.count == 1 { return [(old[0], new[0])] }
        let kept = old.map { before in (before, new.first { $0.entityID == before.entityID }) }
        let added = new.filter { after in !old.contains { $0.entityID == after.entityID } }
        return kept.map { ($0, $1) } + added.map { (nil, $0) }
    }

    private static func changes(_ old: EntityDescriptor?, _ new: EntityDescriptor?) -> [MetadataChange] {
        let id = new?.entityID ?? old?.entityID ?? ""
        guard let old, let new else {
            return [MetadataChange("EntityDescriptor", of: id, old: old?.entityID, new: new?.entityID)]
        }
        let facts = [
            compare("entityID", id, old.entityID, new.entityID),
            compare("validUntil", id, old.validUntil?.xsDateTime, new.validUntil?.xsDateTime),
            compare("Organization", id, old.organization?.fact, new.organization?.fact),
        ]
        return facts.compactMap { $0 }
            + sets("ContactPerson", id, old.contactPersons.map(\.fact), new.contactPersons.map(\.fact))
            + RoleDiff(old.idpSSODescriptor, new.idpSSODescriptor, of: id).changes
            + RoleDiff(old.spSSODescriptor, new.spSSODescriptor, of: id).changes
    }

    /// The change of one value, `nil` when it is the same.
    static func compare(_ subject: String, _ id: String, _ old: String?, _ new: String?) -> MetadataChange? {
        old == new ? nil : MetadataChange(subject, of: id, old: old, new: new)
    }

    /// What was taken out of a set of values, and what came in.
    static func sets(_ subject: String, _ id: String, _ old: [String], _ new: [String]) -> [MetadataChange] {
        let before = Set(old)
        let after = Set(new)
        return old.filter { !after.contains($0) }.map { MetadataChange(subject, of: id, old: $0, new: nil) }
            + new.filter { !before.contains($0) }.map { MetadataChange(subject, of: id, old: nil, new: $0) }
    }
}

extension Organization {
    fileprivate var fact: String { "\(name), \(displayName), \(url), \(language)" }
}

extension ContactPerson {
    fileprivate var fact: String {
        [type.rawValue, givenName, emailAddress].compactMap { $0 }.joined(separator: " ")
    }
}
