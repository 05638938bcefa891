import XMLSecurity

/// The children that the schema gives an element, in its order; names of one rank may be mixed.
struct SchemaSequence {
    let ranks: [[XMLName]]
    /// Those that may stand once.
    let single: [XMLName]

    static let entity = SchemaSequence(
        ranks: [[DSName.signature], [extensions], MD.roles, [MD.organization], [MD.contactPerson]]
            + [[md("AdditionalMetadataLocation")]],
        single: [DSName.signature, extensions, MD.organization]
    )

    static let identityProvider = SchemaSequence(
        ranks: common + [
            [MD.singleSignOnService], [md("NameIDMappingService")], [md("AssertionIDRequestService")],
            [md("AttributeProfile")], [XMLName("urn:oasis:names:tc:SAML:2.0:assertion", "Attribute")],
        ],
        single: [DSName.signature, extensions, MD.organization]
    )

    static let serviceProvider = SchemaSequence(
        ranks: common + [[MD.assertionConsumerService], [md("AttributeConsumingService")]],
        single: [DSName.signature, extensions, MD.organization]
    )

    private static let extensions = md("Extensions")

    private static let common: [[XMLName]] = [
        [DSName.signature], [extensions], [MD.keyDescriptor], [MD.organization], [MD.contactPerson],
        [MD.artifactResolutionService], [MD.singleLogoutService], [MD.manageNameIDService], [MD.nameIDFormat],
    ]

    private static func md(_ local: StaticString) -> XMLName { XMLName(MD.namespace, local) }

    func findings(in element: XMLElement, order rule: LintRule) -> [LintFinding] {
        var findings: [LintFinding] = []
        var highest: (rank: Int, name: String)?
        for child in element.children {
            guard let rank = ranks.firstIndex(where: { $0.contains { child.is($0) } }) else {
                findings.append(LintFinding(.elementUnknown, at: child, found: child.qualifiedName))
                continue
            }
            if let last = highest, rank < last.rank {
                findings.append(
                    LintFinding(rule, at: child, expected: "before \(last.name)", found: child.qualifiedName)
                )
            } else {
                highest = (rank, child.qualifiedName)
            }
        }
        for name in single {
            findings += element.children(name).dropFirst().map { LintFinding(.elementSeveral, at: $0) }
        }
        return findings
    }
}
