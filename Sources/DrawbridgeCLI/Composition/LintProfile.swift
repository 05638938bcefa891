import ArgumentParser
import HuaweiCloud
import SAML
import XMLSecurity

/// Whose rules `metadata lint` judges by.
enum LintProfile: String, CaseIterable, ExpressibleByArgument {
    case saml
    case saml2int
    case huawei

    /// Every rule of every profile.
    static let rules = MetadataLinter.rules + HuaweiMetadataLinter.rules + HuaweiMessageLinter.rules

    /// What is known besides the file.
    struct Context {
        let now: Instant
        let fileName: String?
        let issuer: String?
        let certificate: Certificate?
        let signingCertificate: Certificate?
    }

    func findings(in bytes: [UInt8], _ context: Context) -> [LintFinding] {
        switch self {
        case .saml: MetadataLinter(.saml, at: context.now, signedBy: context.certificate).findings(in: bytes)
        case .saml2int: MetadataLinter(.saml2int, at: context.now, signedBy: context.certificate).findings(in: bytes)
        case .huawei:
            HuaweiMetadataLinter(
                at: context.now,
                fileName: context.fileName,
                issuer: context.issuer,
                signingKey: context.signingCertificate?.publicKey,
                signedBy: context.certificate
            ).findings(in: bytes)
        }
    }

    /// The findings of several profiles, each finding once.
    static func findings(in bytes: [UInt8], by profiles: [LintProfile], _ context: Context) -> [LintFinding] {
        var seen: Set<LintFinding> = []
        let all = profiles.flatMap { $0.findings(in: bytes, context) }
        return MetadataLinter.sorted(all.filter { seen.insert($0).inserted })
    }
}
