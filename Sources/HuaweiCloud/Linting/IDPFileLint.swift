import SAML
import XMLSecurity

/// Rules 3, 4 and 5.
enum IDPFileLint {
    static func findings(_ tree: MetadataTree, issuer: String?) -> [LintFinding] {
        let root =
            tree.isOneEntity
            ? [] : [LintFinding(.idpRoot, at: tree.root, expected: "EntityDescriptor", found: tree.root.localName)]
        return root + tree.entities.compactMap { entityID($0, issuer) } + roles(tree)
    }

    private static func entityID(_ entity: XMLElement, _ issuer: String?) -> LintFinding? {
        let id = entity.attribute("entityID") ?? ""
        if let issuer, id != issuer {
            return LintFinding(.idpEntityID, at: entity, "entityID", expected: issuer, found: id)
        }
        guard !AbsoluteURI.holds(id) else { return nil }
        return LintFinding(.idpEntityID, at: entity, "entityID", expected: "an absolute URI", found: id)
    }

    private static func roles(_ tree: MetadataTree) -> [LintFinding] {
        let roles = tree.identityProviders
        guard let first = roles.first else {
            return [LintFinding(.idpRole, at: tree.root, expected: "IDPSSODescriptor")]
        }
        var findings = roles.dropFirst().map { LintFinding(.idpRole, at: $0, expected: "one IDPSSODescriptor") }
        let protocols = first.attribute("protocolSupportEnumeration") ?? ""
        if !protocols.split(whereSeparator: \.isWhitespace).contains(Substring(SAMLP.uri)) {
            let attribute = "protocolSupportEnumeration"
            findings.append(LintFinding(.idpRole, at: first, attribute, expected: SAMLP.uri, found: protocols))
        }
        return findings
    }
}
