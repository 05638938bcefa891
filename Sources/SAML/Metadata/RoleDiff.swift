import XMLSecurity

/// What differs between two roles of a kind; a role that came or went is one difference.
struct RoleDiff {
    let changes: [MetadataChange]

    init(_ old: IDPSSODescriptor?, _ new: IDPSSODescriptor?, of id: String) {
        changes = Self.changes("IDPSSODescriptor", id, old.map(Self.facts), new.map(Self.facts))
    }

    init(_ old: SPSSODescriptor?, _ new: SPSSODescriptor?, of id: String) {
        changes = Self.changes("SPSSODescriptor", id, old.map(Self.facts), new.map(Self.facts))
    }

    private struct Facts {
        let role: RoleDescriptor
        let values: [(String, String?)]
        let endpoints: [(String, [Endpoint])]
    }

    private static func facts(_ role: IDPSSODescriptor) -> Facts {
        Facts(
            role: role.role,
            values: [("WantAuthnRequestsSigned", "\(role.wantAuthnRequestsSigned)"), ("errorURL", role.errorURL)],
            endpoints: [("SingleSignOnService", role.singleSignOnServices)] + common(role.role)
        )
    }

    private static func facts(_ role: SPSSODescriptor) -> Facts {
        Facts(
            role: role.role,
            values: [
                ("AuthnRequestsSigned", "\(role.authnRequestsSigned)"),
                ("WantAssertionsSigned", "\(role.wantAssertionsSigned)"),
            ],
            endpoints: [("AssertionConsumerService", role.assertionConsumerServices)] + common(role.role)
        )
    }

    private static func common(_ role: RoleDescriptor) -> [(String, [Endpoint])] {
        [
            ("ArtifactResolutionService", role.artifactResolutionServices),
            ("SingleLogoutService", role.singleLogoutServices), ("ManageNameIDService", role.manageNameIDServices),
        ]
    }

    private static func changes(_ name: String, _ id: String, _ old: Facts?, _ new: Facts?) -> [MetadataChange] {
        guard let old, let new else {
            return old == nil && new == nil
                ? [] : [MetadataChange("role", of: id, old: old.map { _ in name }, new: new.map { _ in name })]
        }
        let values = zip(old.values, new.values).compactMap { before, after in
            MetadataDiff.compare("\(name) \(after.0)", id, before.1, after.1)
        }
        let formats = [old, new].map { $0.role.nameIDFormats.joined(separator: ", ") }
        return values
            + [MetadataDiff.compare("\(name) NameIDFormat", id, formats[0], formats[1])].compactMap { $0 }
            + MetadataDiff.sets("\(name) key", id, keys(old.role), keys(new.role))
            + zip(old.endpoints, new.endpoints).flatMap { EndpointDiff($0.1, $1.1, of: id, as: $1.0).changes }
    }

    private static func keys(_ role: RoleDescriptor) -> [String] {
        role.keyDescriptors.flatMap { key in
            key.certificates.map { certificate in
                let use = key.use?.rawValue ?? "signing, encryption"
                return "(\(use)) SHA-256 \(certificate.fingerprint), \(certificate.notAfter.xsDateTime)"
            }
        }
    }
}
