import SAML
import TestSupport
import Testing
import XMLSecurity

/// A document that breaks one rule, once.
struct LintCase: CustomTestStringConvertible, Sendable {
    let profile: MetadataLinter.Profile
    let document: String
    let now: Instant

    /// The rule, a comma, and which way of breaking it.
    let testDescription: String

    var rule: String { testDescription.split(separator: ",").first.map(String.init) ?? "" }

    init(
        _ rule: String,
        profile: MetadataLinter.Profile = .saml,
        in base: String = MetadataSample.identityProvider,
        _ old: String,
        _ new: String,
        at now: Instant = MetadataSample.now
    ) {
        testDescription = rule
        self.profile = profile
        self.now = now
        document = base.contains(old) ? base.replacing(old, with: new, maxReplacements: 1) : "no such text: \(old)"
    }

    /// The certificate of the first key replaced.
    init(_ rule: String, certificate: Certificate, at now: Instant = MetadataSample.now) {
        self.init(rule, MetadataSample.certificate.base64, certificate.base64, at: now)
    }

    static func dayAfter(_ certificate: Certificate) -> Instant { certificate.notBefore.adding(seconds: 86_400) }

    static let sp = MetadataSample.serviceProvider
    static let sso = "<md:SingleSignOnService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect\""
    static let slo =
        "<md:SingleLogoutService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\" Location=\"https://idp.example.com/slo\"/>"
    static let transient = "<md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:transient</md:NameIDFormat>"
    static let contact = "<md:ContactPerson"
    static let samlp = "\"urn:oasis:names:tc:SAML:2.0:protocol\""
}
