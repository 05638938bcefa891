import SAML
import TestSupport
import Testing
import XMLSecurity

/// A document that breaks one rule of HUAWEI CLOUD, once.
struct HuaweiLintCase: CustomTestStringConvertible, Sendable {
    /// The rule, a comma, and which way of breaking it.
    let testDescription: String
    let level: LintLevel
    let document: String

    var rule: String { testDescription.split(separator: ",").first.map(String.init) ?? "" }

    init(_ rule: String, _ level: LintLevel, in base: String = idp, _ old: String, _ new: String) {
        testDescription = "huawei." + rule
        self.level = level
        document = base.contains(old) ? base.replacing(old, with: new, maxReplacements: 1) : "no such text: \(old)"
    }

    /// The certificate of the first key replaced.
    init(_ rule: String, _ level: LintLevel, in base: String = idp, certificate: Certificate) {
        self.init(rule, level, in: base, MetadataSample.certificate.base64, certificate.base64)
    }

    static let idp = MetadataSample.identityProvider
    /// Something that looks like a signature; nobody verifies it without a certificate.
    static let sp = MetadataSample.serviceProvider.replacing(
        "\n<md:Extensions>",
        with: "\n<ds:Signature/><md:Extensions>",
        maxReplacements: 1
    )

    private static let close = "</md:IDPSSODescriptor>"
    private static let open = "<ds:X509Certificate>"
    private static let sso = "<md:SingleSignOnService"
    private static let otherKey = """
        <md:KeyDescriptor><ds:KeyInfo><ds:X509Data>\(open)\(MetadataSample.otherCertificate.base64)</ds:X509Certificate>\
        </ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
        """

    static let identityProvider: [HuaweiLintCase] = [
        HuaweiLintCase("idp.file, large", .warning, "Gate", filler(512_000)),
        HuaweiLintCase("idp.file, too large", .error, "Gate", filler(2 * 1024 * 1024)),
        HuaweiLintCase("idp.xml, other encoding", .error, "UTF-8", "GBK"),
        HuaweiLintCase("idp.xml, DOCTYPE", .error, "<md:Entity", "<!DOCTYPE a><md:Entity"),
        HuaweiLintCase("idp.xml, not well-formed", .error, "</md:IDPSSODescriptor>", ""),
        HuaweiLintCase(
            "idp.xml, crowded",
            .error,
            "<md:Contact",
            String(repeating: "<a/>", count: 1000) + "<md:Contact"
        ),
        HuaweiLintCase("idp.entity-id, missing", .error, "entityID=", "entityName="),
        HuaweiLintCase("idp.entity-id, no URI", .error, "https://idp.example.com/saml", "bridge"),
        HuaweiLintCase("idp.role, other protocol", .error, "SAML:2.0:protocol", "SAML:1.1:protocol"),
        HuaweiLintCase("idp.signing-certificate, none", .error, "use=\"signing\"", "use=\"encryption\""),
        HuaweiLintCase("idp.signing-certificate, armour", .error, open, open + "-----BEGIN CERTIFICATE-----\n"),
        HuaweiLintCase(
            "idp.certificate-validity, ended",
            .error,
            certificate: MetadataSample.certificate(endingIn: -1)
        ),
        HuaweiLintCase(
            "idp.certificate-validity, soon",
            .warning,
            certificate: MetadataSample.certificate(endingIn: 59)
        ),
        HuaweiLintCase("idp.certificate-validity, future", .error, certificate: MetadataSample.futureCertificate),
        HuaweiLintCase(
            "idp.certificate-validity, two",
            .warning,
            "</md:KeyDescriptor>",
            "</md:KeyDescriptor>" + otherKey
        ),
        HuaweiLintCase("idp.single-sign-on, none", .error, sso, "<md:NameIDMappingService"),
        HuaweiLintCase("idp.single-sign-on, POST", .warning, "bindings:HTTP-Redirect", "bindings:HTTP-POST"),
        HuaweiLintCase("idp.single-sign-on, SOAP", .error, "bindings:HTTP-Redirect", "bindings:SOAP"),
        HuaweiLintCase("idp.single-sign-on, http", .error, "https://idp.example.com/sso", "http://127.0.0.1/sso"),
        HuaweiLintCase("idp.single-sign-on, fragment", .error, "com/sso", "com/#/sso"),
        HuaweiLintCase("idp.name-id-format", .warning, "nameid-format:transient", "nameid-format:persistent"),
        HuaweiLintCase("idp.single-logout, SOAP", .warning, "bindings:HTTP-POST", "bindings:SOAP"),
        HuaweiLintCase(
            "idp.single-logout, http",
            .warning,
            "https://idp.example.com/slo",
            "http://idp.example.com/slo"
        ),
        HuaweiLintCase("idp.order", .warning, close, "<md:ManageNameIDService/>" + close),
        HuaweiLintCase("idp.secret, private key", .error, "Gate", "-----BEGIN \("PRIVATE") KEY-----"),
        HuaweiLintCase("idp.secret, password", .error, "<md:Contact", "<!-- Password: x --><md:Contact"),
        HuaweiLintCase("idp.secret, user name", .error, "<md:Contact", "<!-- \"userName\" = x --><md:Contact"),
    ]

    static let serviceProvider: [HuaweiLintCase] = [
        HuaweiLintCase("sp.source", .warning, in: sp, "<ds:Signature/>", ""),
        HuaweiLintCase("sp.entity-id, no slash", .error, in: sp, "huaweicloud.com/\" valid", "huaweicloud.com\" valid"),
        HuaweiLintCase("sp.entity-id, other", .error, in: sp, "auth.huaweicloud.com/\" v", "huaweicloud.com.cn/\" v"),
        HuaweiLintCase("sp.assertion-consumer, artifact", .error, in: sp, "HTTP-POST", "HTTP-Artifact"),
        HuaweiLintCase(
            "sp.assertion-consumer, http",
            .error,
            in: sp,
            "https://auth.huaweicloud.com/acs",
            "http://a/acs"
        ),
        HuaweiLintCase("sp.flags, requests", .warning, in: sp, "AuthnRequestsSigned=\"true\"", ""),
        HuaweiLintCase("sp.flags, assertions", .warning, in: sp, "nsSigned=\"true\"", "nsSigned=\"false\""),
        HuaweiLintCase("sp.certificate, soon", .warning, in: sp, certificate: MetadataSample.certificate(endingIn: 59)),
        HuaweiLintCase("sp.certificate, none", .warning, in: sp, "use=\"signing\"", "use=\"encryption\""),
    ]

    // Many short elements: one long text would be over another limit.
    private static func filler(_ octets: Int) -> String {
        String(
            repeating: "<md:Filler>" + String(repeating: "a", count: 100_000) + "</md:Filler>",
            count: octets / 100_000 + 1
        )
    }
}
