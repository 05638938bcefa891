import XMLSecurity

/// Judges what the Kantara deployment profile asks of metadata.
enum DeploymentLint {
    private static let mdui: StaticString = "urn:oasis:names:tc:SAML:metadata:ui"
    private static let alg: StaticString = "urn:oasis:names:tc:SAML:metadata:algsupport"
    private static let extensions = XMLName(MD.namespace, "Extensions")
    private static let uiInfo = XMLName(mdui, "UIInfo")

    static func findings(_ tree: MetadataTree) -> [LintFinding] {
        guard !tree.entities.isEmpty else { return [] }
        var findings: [LintFinding] = []
        if !tree.isSigned { findings.append(LintFinding(.deploymentSignature, at: tree.root)) }
        if tree.root.attribute("validUntil") == nil {
            findings.append(LintFinding(.deploymentValidUntil, at: tree.root))
        }
        return findings + tree.entities.flatMap(entity) + tree.identityProviders.flatMap(identityProvider)
            + tree.serviceProviders.flatMap(serviceProvider) + tree.roles.flatMap(display)
    }

    private static func entity(_ entity: XMLElement) -> [LintFinding] {
        var findings: [LintFinding] = []
        let contacts = entity.children(MD.contactPerson)
        if !contacts.contains(where: { $0.attribute("contactType") == "technical" }) {
            findings.append(LintFinding(.deploymentContact, at: entity))
        }
        let places = [entity] + entity.children.filter { $0.is(MD.idpSSODescriptor) || $0.is(MD.spSSODescriptor) }
        let declared = places.flatMap { $0.children(extensions) }.flatMap(\.children)
        let names = [XMLName(alg, "DigestMethod"), XMLName(alg, "SigningMethod")]
        if !names.allSatisfy({ name in declared.contains { $0.is(name) } }) {
            findings.append(LintFinding(.deploymentAlgorithms, at: entity))
        }
        return findings
    }

    private static func identityProvider(_ role: XMLElement) -> [LintFinding] {
        var findings: [LintFinding] = []
        if !MetadataTree.certificates(of: role).contains(where: \.maySign) {
            findings.append(LintFinding(.deploymentSigningKey, at: role))
        }
        let errorURL = role.attribute("errorURL")
        if !(errorURL?.hasPrefix("https://") ?? false) {
            findings.append(LintFinding(.deploymentErrorURL, at: role, expected: "https", found: errorURL))
        }
        let bindings = role.children(MD.singleSignOnService).map { $0.attribute("Binding") }
        if !bindings.contains(Binding.httpRedirect.rawValue) {
            findings.append(LintFinding(.deploymentRedirect, at: role, expected: Binding.httpRedirect.rawValue))
        }
        return findings
    }

    private static func serviceProvider(_ role: XMLElement) -> [LintFinding] {
        guard !MetadataTree.certificates(of: role).contains(where: \.mayEncrypt) else { return [] }
        return [LintFinding(.deploymentEncryptionKey, at: role)]
    }

    private static func display(_ role: XMLElement) -> [LintFinding] {
        let shown = role.children(extensions).flatMap { $0.children(uiInfo) }.flatMap(\.children)
        let wanted: [(XMLName, LintRule)] = [
            (XMLName(mdui, "DisplayName"), .deploymentDisplayName), (XMLName(mdui, "Logo"), .deploymentLogo),
        ]
        return wanted.filter { name, _ in !shown.contains { $0.is(name) } }.map { LintFinding($0.1, at: role) }
    }
}
