import XMLSecurity

/// Judges the order and number of elements, and the flags of roles.
enum StructureLint {
    static func findings(_ tree: MetadataTree) -> [LintFinding] {
        tree.entities.flatMap { SchemaSequence.entity.findings(in: $0, order: .orderEntity) }
            + tree.identityProviders.flatMap(identityProvider) + tree.serviceProviders.flatMap(serviceProvider)
    }

    private static func identityProvider(_ role: XMLElement) -> [LintFinding] {
        var findings = SchemaSequence.identityProvider.findings(in: role, order: .orderIDP)
        findings += flag(role, "WantAuthnRequestsSigned")
        if role.child(MD.singleSignOnService) == nil { findings.append(LintFinding(.ssoMissing, at: role)) }
        return findings
    }

    private static func serviceProvider(_ role: XMLElement) -> [LintFinding] {
        var findings = SchemaSequence.serviceProvider.findings(in: role, order: .orderSP)
        findings += flag(role, "AuthnRequestsSigned") + flag(role, "WantAssertionsSigned")
        findings += role.children(MD.assertionConsumerService).flatMap { flag($0, "isDefault") }
        if role.child(MD.assertionConsumerService) == nil { findings.append(LintFinding(.acsMissing, at: role)) }
        return findings
    }

    private static func flag(_ element: XMLElement, _ name: StaticString) -> [LintFinding] {
        guard let text = element.attribute(name), !["true", "false", "1", "0"].contains(text) else { return [] }
        return [LintFinding(.booleanValue, at: element, "\(name)", expected: "true or false", found: text)]
    }
}
