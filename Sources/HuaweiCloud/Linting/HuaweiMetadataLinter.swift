public import SAML
public import XMLSecurity

/// Judges IDP Metadata.xml before it goes to Partner Center, and HUAWEI CLOUD's own metadata before it is imported.
public struct HuaweiMetadataLinter: Sendable {
    /// The time that dates are compared with.
    public let instant: Instant
    /// The file's name, when it has one.
    public let fileName: String?
    /// What the service writes as Issuer, when that is known.
    public let issuer: String?
    /// The public half of the key that the service signs with, when that is known.
    public let signingKey: PublicKey?
    /// Who must have signed the SP's file, when that is known.
    public let certificate: Certificate?

    /// Makes a linter.
    public init(
        at now: Instant,
        fileName: String? = nil,
        issuer: String? = nil,
        signingKey: PublicKey? = nil,
        signedBy certificate: Certificate? = nil
    ) {
        self.instant = now
        self.fileName = fileName
        self.issuer = issuer
        self.signingKey = signingKey
        self.certificate = certificate
    }

    /// Rules 1 to 20.
    public static let rules: [LintRule] = LintRule.ofHuaweiCloud.sorted { number(of: $0) < number(of: $1) }

    // `huawei-cloud.md 10 #7 (2.2)`
    private static func number(of rule: LintRule) -> Int {
        Int(rule.spec.drop { $0 != "#" }.dropFirst().prefix { $0.isNumber }) ?? 0
    }

    /// What is wrong with a file, in the order of its lines: rules 1 to 14, or 15 to 20 when it has an SP role only.
    public func findings(in bytes: [UInt8]) -> [LintFinding] {
        let tree: MetadataTree
        do {
            tree = try MetadataTree(parsing: bytes)
        } catch {
            return FileLint.findings(bytes, fileName: fileName) + FileLint.findings(error)
        }
        if let crowded = tree.crowded {
            return FileLint.findings(bytes, fileName: fileName) + [FileLint.finding(crowded: crowded)]
        }
        let isServiceProvider = tree.identityProviders.isEmpty && !tree.serviceProviders.isEmpty
        let findings = isServiceProvider ? serviceProvider(tree) : identityProvider(tree, bytes)
        return MetadataLinter.sorted(findings)
    }

    private func identityProvider(_ tree: MetadataTree, _ bytes: [UInt8]) -> [LintFinding] {
        FileLint.findings(bytes, fileName: fileName) + IDPFileLint.findings(tree, issuer: issuer)
            + tree.identityProviders.flatMap { IDPEndpointLint.findings($0) }
            + tree.identityProviders.flatMap { IDPCertificateLint.findings($0, at: instant, signingKey: signingKey) }
    }

    private func serviceProvider(_ tree: MetadataTree) -> [LintFinding] {
        SPFileLint.signature(tree, certificate) + tree.entities.compactMap(SPFileLint.entityID)
            + tree.serviceProviders.flatMap { SPFileLint.role($0, at: instant) }
    }
}
