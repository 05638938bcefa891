public import HuaweiCloud
public import SAML
public import XMLSecurity

/// An upload of IDP metadata, judged as the real importer does (huawei-cloud.md 2.1, 2.2).
///
/// The first certificate and the first SingleSignOnService are used. What Partner Center would only complain of, such as
/// an http address or a certificate that expired, is a finding; what leaves nothing to work with is a refusal, and so is
/// a wrong name or size.
public struct MetadataImport: Sendable {
    private static let fileRule = "huawei.idp.file"

    /// Everything that is wrong, by the rules of huawei-cloud.md 10 A.
    public let findings: [LintFinding]
    /// What cannot be read in a file that is not used; its name and size are told by ``findings``.
    public let refusals: [Refusal]
    /// What came of it; `nil` when the file is not used.
    public let registration: Registration?

    /// Judges a file.
    /// - Parameters:
    ///   - bytes: the file.
    ///   - fileName: its name.
    ///   - platformID: the platform that it is uploaded for.
    ///   - notification: where associations are reported.
    ///   - now: the time.
    public init(
        _ bytes: [UInt8],
        named fileName: String,
        for platformID: PlatformID,
        notifying notification: NotificationSetting,
        at now: Instant
    ) {
        let findings = HuaweiMetadataLinter(at: now, fileName: fileName).findings(in: bytes)
        self.findings = findings
        // A wrong name or size: nothing of such a file is read.
        guard !findings.contains(where: { $0.rule.id == Self.fileRule && $0.level == .error }) else {
            (registration, refusals) = (nil, [])
            return
        }
        do {
            let (entity, certificate, endpoint) = try Self.firsts(of: bytes, at: now)
            registration = Registration(
                platformID: platformID,
                identityProvider: entity,
                certificate: certificate,
                singleSignOnService: endpoint,
                findings: findings,
                importedAt: now,
                notification: notification
            )
            refusals = []
        } catch {
            registration = nil
            refusals = [error]
        }
    }

    private static func firsts(
        of bytes: [UInt8],
        at now: Instant
    ) throws(Refusal) -> (EntityDescriptor, Certificate, Endpoint) {
        let document = try MetadataDocument(bytes, at: now, policy: .interop)
        guard let entity = document.entities.first(where: { $0.idpSSODescriptor != nil }) else {
            throw Refusal(.metadataNoRole, expected: "IDPSSODescriptor")
        }
        guard let certificate = entity.idpSSODescriptor?.signingCertificates.first else {
            throw Refusal(.keyNone, expected: "KeyDescriptor with X509Certificate")
        }
        guard let endpoint = entity.idpSSODescriptor?.singleSignOnServices.first else {
            throw Refusal(.metadataSingleSignOn, expected: "SingleSignOnService")
        }
        return (entity, certificate, endpoint)
    }
}
