import TestSupport
import Testing
import XMLSecurity

/// Metadata as other toolkits lay it out, with names and keys of the tests.
struct ServiceProviderShape: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let entityID: String
    let assertionConsumerService: String
    let signingKeys: Int
    let text: @Sendable (_ certificate: String) -> String

    static let all = [lasso, pysaml2, shibboleth, simpleSAMLphp, handEdited]

    /// Default namespace, no KeyInfo prefix of its own, ACS by several bindings.
    static let lasso = ServiceProviderShape(
        testDescription: "Lasso",
        entityID: "https://lasso.test/metadata",
        assertionConsumerService: "https://lasso.test/singleSignOnPost",
        signingKeys: 1
    ) { certificate in
        """
        <?xml version="1.0"?>
        <EntityDescriptor
            xmlns="urn:oasis:names:tc:SAML:2.0:metadata"
            xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"
            xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
            entityID="https://lasso.test/metadata">
        <SPSSODescriptor
            AuthnRequestsSigned="true"
            protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
        <KeyDescriptor use="signing">
        <ds:KeyInfo><ds:X509Data><ds:X509Certificate>\(certificate)</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
        </KeyDescriptor>
        <SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:SOAP" Location="https://lasso.test/soap"/>
        <SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
            Location="https://lasso.test/logout" ResponseLocation="https://lasso.test/logoutReturn"/>
        <AssertionConsumerService isDefault="true" index="0"
            Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact"
            Location="https://lasso.test/singleSignOnArtifact"/>
        <AssertionConsumerService index="1"
            Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
            Location="https://lasso.test/singleSignOnPost"/>
        </SPSSODescriptor>
        <Organization><OrganizationName xml:lang="en">Example</OrganizationName>
        <OrganizationDisplayName xml:lang="en">Example</OrganizationDisplayName>
        <OrganizationURL xml:lang="en">https://lasso.test/</OrganizationURL></Organization>
        </EntityDescriptor>
        """
    }

    /// Numbered prefixes, everything on one line, index from 1, `1` as a boolean.
    static let pysaml2 = ServiceProviderShape(
        testDescription: "pysaml2",
        entityID: "http://localhost:8087/sp.xml",
        assertionConsumerService: "http://localhost:8087/acs/post",
        signingKeys: 1
    ) { certificate in
        let keyInfo =
            "<ns2:KeyInfo><ns2:X509Data><ns2:X509Certificate>\(certificate)</ns2:X509Certificate>"
            + "</ns2:X509Data></ns2:KeyInfo>"
        return "<?xml version='1.0' encoding='UTF-8'?>\n"
            + "<ns0:EntityDescriptor xmlns:ns0=\"urn:oasis:names:tc:SAML:2.0:metadata\""
            + " xmlns:ns1=\"urn:oasis:names:tc:SAML:metadata:attribute\""
            + " xmlns:ns2=\"http://www.w3.org/2000/09/xmldsig#\" entityID=\"http://localhost:8087/sp.xml\">"
            + "<ns0:Extensions><ns1:EntityAttributes/></ns0:Extensions>"
            + "<ns0:SPSSODescriptor AuthnRequestsSigned=\"1\" WantAssertionsSigned=\"0\""
            + " protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\">"
            + "<ns0:KeyDescriptor use=\"signing\">\(keyInfo)</ns0:KeyDescriptor>"
            + "<ns0:KeyDescriptor use=\"encryption\">\(keyInfo)</ns0:KeyDescriptor>"
            + "<ns0:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:transient</ns0:NameIDFormat>"
            + "<ns0:AssertionConsumerService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\""
            + " Location=\"http://localhost:8087/acs/post\" index=\"1\" />"
            + "</ns0:SPSSODescriptor></ns0:EntityDescriptor>"
    }

    /// Several protocols, extensions, a key for both uses with names beside it, many bindings, comments.
    static let shibboleth = ServiceProviderShape(
        testDescription: "Shibboleth",
        entityID: "https://shib.test/shibboleth",
        assertionConsumerService: "https://shib.test/Shibboleth.sso/SAML2/POST",
        signingKeys: 1
    ) { certificate in
        """
        <!-- Made for the tests. Keep this comment: real files begin with one. -->
        <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" ID="_8c6e" \
        entityID="https://shib.test/shibboleth">
          <md:Extensions xmlns:alg="urn:oasis:names:tc:SAML:metadata:algsupport">
            <alg:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>
            <alg:SigningMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>
          </md:Extensions>
          <md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol \
        urn:oasis:names:tc:SAML:1.1:protocol">
            <md:Extensions>
              <init:RequestInitiator xmlns:init="urn:oasis:names:tc:SAML:profiles:SSO:request-init" \
        Binding="urn:oasis:names:tc:SAML:profiles:SSO:request-init" Location="https://shib.test/Shibboleth.sso/Login"/>
            </md:Extensions>
            <md:KeyDescriptor>
              <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
                <ds:KeyName>shib.test</ds:KeyName>
                <ds:X509Data>
                  <ds:X509SubjectName>CN=shib.test</ds:X509SubjectName>
                  <ds:X509Certificate>
        \(certificate)
                  </ds:X509Certificate>
                </ds:X509Data>
              </ds:KeyInfo>
              <md:EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#aes128-gcm"/>
            </md:KeyDescriptor>
            <md:ArtifactResolutionService Binding="urn:oasis:names:tc:SAML:2.0:bindings:SOAP" \
        Location="https://shib.test/Shibboleth.sso/Artifact/SOAP" index="1"/>
            <md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact" \
        Location="https://shib.test/Shibboleth.sso/SLO/Artifact"/>
            <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" \
        Location="https://shib.test/Shibboleth.sso/SAML2/POST" index="1"/>
            <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST-SimpleSign" \
        Location="https://shib.test/Shibboleth.sso/SAML2/POST-SimpleSign" index="2"/>
            <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:PAOS" \
        Location="https://shib.test/Shibboleth.sso/SAML2/ECP" index="4"/>
            <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:1.0:profiles:browser-post" \
        Location="https://shib.test/Shibboleth.sso/SAML/POST" index="5"/>
          </md:SPSSODescriptor>
        </md:EntityDescriptor>
        """
    }

    /// mdui with a logo as data, AttributeConsumingService, two keys during a change of keys, contacts.
    static let simpleSAMLphp = ServiceProviderShape(
        testDescription: "SimpleSAMLphp",
        entityID: "https://ssp.test/simplesaml/module.php/saml/sp/metadata.php/default-sp",
        assertionConsumerService: "https://ssp.test/simplesaml/module.php/saml/sp/saml2-acs.php/default-sp",
        signingKeys: 2
    ) { certificate in
        let key =
            "<md:KeyDescriptor use=\"signing\"><ds:KeyInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">"
            + "<ds:X509Data><ds:X509Certificate>\(certificate)</ds:X509Certificate></ds:X509Data></ds:KeyInfo>"
            + "</md:KeyDescriptor>"
        return """
            <?xml version="1.0"?>
            <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" \
            xmlns:mdui="urn:oasis:names:tc:SAML:metadata:ui" validUntil="2030-01-01T00:00:00Z" cacheDuration="PT604800S" \
            entityID="https://ssp.test/simplesaml/module.php/saml/sp/metadata.php/default-sp">
              <md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                <md:Extensions><mdui:UIInfo><mdui:DisplayName xml:lang="zh">示例</mdui:DisplayName>
                <mdui:Logo height="16" width="16">data:image/png;base64,iVBORw0KGgo=</mdui:Logo></mdui:UIInfo></md:Extensions>
                \(key)
                \(key)
                <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" \
            Location="https://ssp.test/simplesaml/module.php/saml/sp/saml2-acs.php/default-sp" index="0"/>
                <md:AttributeConsumingService index="0"><md:ServiceName xml:lang="en">SP</md:ServiceName>
                <md:RequestedAttribute Name="urn:oid:0.9.2342.19200300.100.1.3" isRequired="true"/>
                </md:AttributeConsumingService>
              </md:SPSSODescriptor>
              <md:ContactPerson contactType="technical"><md:GivenName>Administrator</md:GivenName>\
            <md:EmailAddress>mailto:admin@ssp.test</md:EmailAddress></md:ContactPerson>
            </md:EntityDescriptor>
            """
    }

    /// A byte order mark, prefixes that mislead, CDATA and comments inside values.
    static let handEdited = ServiceProviderShape(
        testDescription: "edited by hand",
        entityID: "https://hand.test/?a=1&b=<2>",
        assertionConsumerService: "https://hand.test/acs?a=1&b=2",
        signingKeys: 1
    ) { certificate in
        """
        \u{FEFF}<?xml version="1.0" encoding="utf-8" standalone="yes"?>
        <ds:EntityDescriptor xmlns:ds="urn:oasis:names:tc:SAML:2.0:metadata" \
        xmlns:md="http://www.w3.org/2000/09/xmldsig#" entityID="https://hand.test/?a=1&amp;b=&lt;2&#x3E;">
        <ds:SPSSODescriptor protocolSupportEnumeration="&#10;urn:oasis:names:tc:SAML:2.0:protocol ">
        <ds:KeyDescriptor use="signing"><md:KeyInfo><md:X509Data><md:X509Certificate><![CDATA[\(certificate.prefix(64))]]>
        <!-- here it goes on -->\(certificate.dropFirst(64))</md:X509Certificate></md:X509Data></md:KeyInfo></ds:KeyDescriptor>
        <ds:NameIDFormat> urn:oasis:names:tc:SAML:2.0:<![CDATA[nameid-format]]><!-- -->:transient
        </ds:NameIDFormat>
        <ds:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" \
        Location='https://hand.test/acs?a=1&amp;b=2' index="65535"></ds:AssertionConsumerService>
        </ds:SPSSODescriptor>
        </ds:EntityDescriptor>
        """
    }
}
