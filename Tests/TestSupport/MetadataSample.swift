public import XMLSecurity

/// Metadata in which no linter finds anything, to be broken at one place.
public enum MetadataSample: Sendable {
    /// When it is judged: thirty days after the certificates of ``TestPKI`` begin.
    public static let now = TestPKI.validFrom.adding(seconds: 30 * 86_400)

    /// The certificate in it.
    public static let certificate = made { () throws(KeyError) in try TestPKI.certificate(for: TestPKI.rsa2048) }
    /// A certificate of another key.
    public static let otherCertificate = made { () throws(KeyError) in
        try TestPKI.certificate(for: TestPKI.rsa2048Other)
    }

    /// A certificate that ends so many days after ``now``.
    public static func certificate(endingIn days: Int) -> Certificate {
        made { () throws(KeyError) in try TestPKI.certificate(for: TestPKI.rsa2048, days: 30 + days) }
    }

    /// A certificate that begins tomorrow.
    public static let futureCertificate = made { () throws(KeyError) in
        try TestPKI.certificate(for: TestPKI.rsa2048, validFrom: now.adding(seconds: 86_400))
    }

    private static func made(_ make: () throws(KeyError) -> Certificate) -> Certificate {
        do {
            return try make()
        } catch {
            fatalError("no test can run without certificates: \(error)")
        }
    }

    private static let namespaces = """
        xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" \
        xmlns:mdui="urn:oasis:names:tc:SAML:metadata:ui" xmlns:alg="urn:oasis:names:tc:SAML:metadata:algsupport"
        """

    private static let algorithms = """
        <md:Extensions><alg:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>\
        <alg:SigningMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/></md:Extensions>
        """

    private static let display = """
        <md:Extensions><mdui:UIInfo><mdui:DisplayName xml:lang="en">Bridge</mdui:DisplayName>\
        <mdui:Logo height="16" width="16">https://idp.example.com/logo.png</mdui:Logo></mdui:UIInfo></md:Extensions>
        """

    private static let key = """
        <ds:KeyInfo><ds:X509Data><ds:X509Certificate>\(certificate.base64)</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
        """

    /// An identity provider's file.
    public static let identityProvider = """
        <?xml version="1.0" encoding="UTF-8"?>
        <md:EntityDescriptor \(namespaces) ID="_entity" entityID="https://idp.example.com/saml" validUntil="2099-01-01T00:00:00Z">
        \(algorithms)
        <md:IDPSSODescriptor ID="_role" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol" \
        WantAuthnRequestsSigned="true" errorURL="https://idp.example.com/help">
        \(display)
        <md:KeyDescriptor use="signing">\(key)</md:KeyDescriptor>
        <md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/slo"/>
        <md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:transient</md:NameIDFormat>
        <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example.com/sso"/>
        </md:IDPSSODescriptor>
        <md:ContactPerson contactType="technical"><md:GivenName>Gate</md:GivenName></md:ContactPerson>
        </md:EntityDescriptor>

        """

    /// An SP's file, as HUAWEI CLOUD's.
    public static let serviceProvider = """
        <?xml version="1.0" encoding="UTF-8"?>
        <md:EntityDescriptor \(namespaces) ID="_entity" entityID="https://auth.huaweicloud.com/" validUntil="2099-01-01T00:00:00Z">
        \(algorithms)
        <md:SPSSODescriptor ID="_role" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol" \
        AuthnRequestsSigned="true" WantAssertionsSigned="true">
        \(display)
        <md:KeyDescriptor use="signing">\(key)</md:KeyDescriptor>
        <md:KeyDescriptor use="encryption">\(key)</md:KeyDescriptor>
        <md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:transient</md:NameIDFormat>
        <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" \
        Location="https://auth.huaweicloud.com/acs" index="0" isDefault="true"/>
        <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" \
        Location="https://auth.huaweicloud.com/other" index="1" isDefault="false"/>
        </md:SPSSODescriptor>
        <md:ContactPerson contactType="technical"><md:GivenName>Gate</md:GivenName></md:ContactPerson>
        </md:EntityDescriptor>

        """
}
