public import XMLSecurity

/// Judges a metadata file by all rules of a profile at once; it never stops at the first finding.
public struct MetadataLinter: Sendable {
    /// Whose rules.
    public enum Profile: String, CaseIterable, Sendable {
        /// What the SAML 2.0 specifications say.
        case saml
        /// What the Kantara deployment profile adds.
        case saml2int
    }

    /// Whose rules.
    public let profile: Profile
    /// The time that dates are compared with.
    public let instant: Instant
    /// Who must have signed the file, when that is known.
    public let certificate: Certificate?

    /// Makes a linter.
    public init(_ profile: Profile, at now: Instant, signedBy certificate: Certificate? = nil) {
        self.profile = profile
        self.instant = now
        self.certificate = certificate
    }

    /// Every rule of both profiles.
    public static let rules: [LintRule] =
        LintRule.documents + LintRule.entities + LintRule.structures + LintRule.endpoints + LintRule.keys
        + LintRule.signatures + LintRule.deployment

    /// What is wrong with a file, in the order of its lines.
    public func findings(in bytes: [UInt8]) -> [LintFinding] {
        let tree: MetadataTree
        do {
            tree = try MetadataTree(parsing: bytes)
        } catch {
            return [DocumentLint.finding(error)]
        }
        if let crowded = tree.crowded { return [DocumentLint.finding(crowded: crowded)] }
        return Self.sorted(findings(in: tree))
    }

    private func findings(in tree: MetadataTree) -> [LintFinding] {
        switch profile {
        case .saml:
            DocumentLint.findings(tree, at: instant) + EntityLint.findings(tree) + StructureLint.findings(tree)
                + EndpointLint.findings(tree) + KeyLint.findings(tree, at: instant)
                + SignatureLint.findings(tree, certificate)
        case .saml2int: DeploymentLint.findings(tree)
        }
    }

    /// Findings in the order of their lines; those of one line stay as they are.
    public static func sorted(_ findings: [LintFinding]) -> [LintFinding] {
        findings.enumerated().sorted { left, right in
            (left.element.line ?? 0, left.offset) < (right.element.line ?? 0, right.offset)
        }.map(\.element)
    }
}
