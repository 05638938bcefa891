import SAML
import TestSupport
import XMLSecurity

extension LintCase {
    private static let open = "<ds:X509Certificate>"
    private static let close = "</ds:X509Certificate>"
    private static let another = "<ds:X509Data>\(open)\(MetadataSample.otherCertificate.base64)\(close)</ds:X509Data>"

    static let keys: [LintCase] = [
        LintCase("metadata.key.use", "use=\"signing\"", "use=\"sign\""),
        LintCase("metadata.key.empty", open + MetadataSample.certificate.base64 + close, ""),
        LintCase("metadata.key.several", "</ds:KeyInfo>", another + "</ds:KeyInfo>"),
        LintCase(
            "metadata.key.short",
            certificate: WeakCertificate.shortKey,
            at: dayAfter(WeakCertificate.shortKey)
        ),
        LintCase(
            "metadata.certificate.armour",
            MetadataSample.certificate.base64,
            String(decoding: MetadataSample.certificate.pem, as: UTF8.self)
        ),
        LintCase("metadata.certificate.unreadable", open + "M", open + "A"),
        LintCase("metadata.certificate.unreadable, no Base64", open + "M", open + "%"),
        LintCase("metadata.certificate.hash", certificate: WeakCertificate.sha1, at: dayAfter(WeakCertificate.sha1)),
        LintCase("metadata.certificate.expiry, expired", certificate: MetadataSample.certificate(endingIn: -1)),
        LintCase("metadata.certificate.expiry, soon", certificate: MetadataSample.certificate(endingIn: 59)),
        LintCase("metadata.certificate.not-yet-valid", certificate: MetadataSample.futureCertificate),
        LintCase("metadata.signature.unchecked", "<md:Extensions>", "<ds:Signature/><md:Extensions>"),
    ]

    private static let signed = MetadataSample.identityProvider.signed
    private static let signedSP = MetadataSample.serviceProvider.signed

    static let deployment: [LintCase] = [
        LintCase("saml2int.signature", profile: .saml2int, in: signed, "<ds:Signature/>", ""),
        LintCase("saml2int.valid-until", profile: .saml2int, in: signed, "validUntil=", "cacheDuration="),
        LintCase("saml2int.signing-key", profile: .saml2int, in: signed, "use=\"signing\"", "use=\"encryption\""),
        LintCase("saml2int.encryption-key", profile: .saml2int, in: signedSP, "use=\"encryption\"", "use=\"signing\""),
        LintCase(
            "saml2int.display-name",
            profile: .saml2int,
            in: signed,
            "<mdui:DisplayName xml:lang=\"en\">",
            "<mdui:Description>"
        )
        .replacing("</mdui:DisplayName>", "</mdui:Description>"),
        LintCase("saml2int.logo", profile: .saml2int, in: signed, "<mdui:Logo", "<mdui:Picture").replacing(
            "</mdui:Logo>",
            "</mdui:Picture>"
        ),
        LintCase("saml2int.contact", profile: .saml2int, in: signed, "technical", "billing"),
        LintCase("saml2int.error-url", profile: .saml2int, in: signed, "errorURL=\"https:", "errorURL=\"http:"),
        LintCase("saml2int.error-url, none", profile: .saml2int, in: signed, "errorURL=", "other="),
        LintCase("saml2int.redirect", profile: .saml2int, in: signed, "bindings:HTTP-Redirect", "bindings:SOAP"),
        LintCase("saml2int.algorithms", profile: .saml2int, in: signed, "<alg:DigestMethod", "<alg:Digests"),
    ]

    func replacing(_ old: String, _ new: String) -> LintCase {
        LintCase(testDescription, profile: profile, in: document, old, new, at: now)
    }

    static let all = documents + entities + structures + endpoints + keys + deployment
}

extension String {
    /// With an element that looks like a signature, which is all that the deployment profile asks of a file.
    var signed: String { replacing("\n<md:Extensions>", with: "\n<ds:Signature/><md:Extensions>", maxReplacements: 1) }
}
