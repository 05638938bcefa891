import XMLSecurity

/// Judges entities, their identifiers and which protocol their roles speak.
enum EntityLint {
    static func findings(_ tree: MetadataTree) -> [LintFinding] {
        tree.entities.flatMap(entity) + duplicates(tree) + tree.roles.compactMap(role)
    }

    private static func entity(_ entity: XMLElement) -> [LintFinding] {
        var findings: [LintFinding] = []
        let id = entity.attribute("entityID") ?? ""
        if id.allSatisfy(\.isWhitespace) {
            findings.append(LintFinding(.entityIDMissing, at: entity, expected: "the attribute entityID"))
        } else {
            if id.utf8.count > longestEntityID {
                findings.append(LintFinding(.entityIDLength, at: entity, "entityID", found: "\(id.utf8.count)"))
            }
            if !AbsoluteURI.holds(id) { findings.append(LintFinding(.entityIDURI, at: entity, "entityID", found: id)) }
        }
        if !entity.children.contains(where: { child in MD.roles.contains { child.is($0) } }) {
            findings.append(LintFinding(.roleMissing, at: entity))
        }
        return findings
    }

    private static func duplicates(_ tree: MetadataTree) -> [LintFinding] {
        repeated(tree.entities, "entityID").map { element, value in
            LintFinding(.entityIDDuplicate, at: element, "entityID", found: value)
        }
            + repeated(tree.all, "ID").map { element, value in
                LintFinding(.idDuplicate, at: element, "ID", found: value)
            }
    }

    /// The elements whose value of an attribute an earlier one has already.
    static func repeated(_ elements: [XMLElement], _ name: StaticString) -> [(XMLElement, String)] {
        var seen: Set<String> = []
        return elements.compactMap { element in
            guard let value = element.attribute(name), !seen.insert(value).inserted else { return nil }
            return (element, value)
        }
    }

    private static func role(_ role: XMLElement) -> LintFinding? {
        let protocols = role.attribute("protocolSupportEnumeration") ?? ""
        if protocols.allSatisfy(\.isWhitespace) {
            return LintFinding(.protocolMissing, at: role, expected: SAMLP.uri)
        }
        guard !protocols.split(whereSeparator: \.isWhitespace).contains(Substring(SAMLP.uri)) else { return nil }
        return LintFinding(
            .protocolOther,
            at: role,
            "protocolSupportEnumeration",
            expected: SAMLP.uri,
            found: protocols
        )
    }
}
