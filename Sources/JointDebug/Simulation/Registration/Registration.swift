public import HuaweiCloud
public import SAML
public import XMLSecurity

/// A partner platform with the IDP metadata that was uploaded for it.
public struct Registration: Sendable {
    /// The platform, `xAccountType`.
    public let platformID: PlatformID
    /// What was uploaded.
    public let identityProvider: EntityDescriptor
    /// The first certificate: no other is trusted.
    public let certificate: Certificate
    /// The first SingleSignOnService: requests go nowhere else.
    public let singleSignOnService: Endpoint
    /// Everything that is wrong with what was uploaded.
    public let findings: [LintFinding]
    /// When it was uploaded.
    public let importedAt: Instant
    /// Where associations are reported.
    public let notification: NotificationSetting
    /// The key of ``certificate``, made ready.
    let keys: [VerificationKey]

    init(
        platformID: PlatformID,
        identityProvider: EntityDescriptor,
        certificate: Certificate,
        singleSignOnService: Endpoint,
        findings: [LintFinding],
        importedAt: Instant,
        notification: NotificationSetting
    ) {
        self.platformID = platformID
        self.identityProvider = identityProvider
        self.certificate = certificate
        self.singleSignOnService = singleSignOnService
        self.findings = findings
        self.importedAt = importedAt
        self.notification = notification
        keys = [VerificationKey(certificate)]
    }

    /// The first SingleLogoutService, when there is one.
    var singleLogoutService: Endpoint? { identityProvider.idpSSODescriptor?.role.singleLogoutServices.first }
}
