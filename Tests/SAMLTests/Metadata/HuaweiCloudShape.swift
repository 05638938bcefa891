import SAML
import TestSupport
import Testing
import XMLSecurity

/// Metadata of the shape that HUAWEI CLOUD's SP publishes, with a key of the tests.
enum HuaweiCloudShape {
    static let id = "M349b8f2417d474387360e922ef39baa"
    static let entityID = "https://auth.huaweicloud.com/"
    static let base = "https://auth.huaweicloud.com/authui/saml/"

    static func certificate() throws -> Certificate {
        try TestPKI.certificate(for: TestPKI.rsa4096, commonName: "auth.huaweicloud.com")
    }

    /// As `?unsigned=true` gives it when `signature` is empty.
    static func document(signature: String = "") throws -> String {
        let certificate = try certificate().base64
        let keyInfo =
            "<ds:KeyInfo><ds:X509Data><ds:X509Certificate>\n\(certificate)\n</ds:X509Certificate>"
            + "</ds:X509Data></ds:KeyInfo>"
        let bindings = "urn:oasis:names:tc:SAML:2.0:bindings:"
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" ID="\(id)" entityID="\(entityID)">\
            \(signature)
              <md:SPSSODescriptor xmlns:ds="http://www.w3.org/2000/09/xmldsig#" AuthnRequestsSigned="true" \
            WantAssertionsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                <md:KeyDescriptor use="signing">\(keyInfo)</md:KeyDescriptor>
                <md:KeyDescriptor use="encryption">\(keyInfo)</md:KeyDescriptor>
                <md:ArtifactResolutionService Binding="\(bindings)HTTP-Artifact" index="0" isDefault="true" \
            Location="\(base)SAMLAssertionConsumer"/>
                <md:SingleLogoutService Binding="\(bindings)HTTP-Redirect" Location="\(base)LogoutServiceHTTPRedirect" \
            ResponseLocation="\(base)LogoutServiceHTTPRedirectResponse"/>
                <md:SingleLogoutService Binding="\(bindings)HTTP-POST" Location="\(base)LogoutServiceHTTPPost" \
            ResponseLocation="\(base)LogoutServiceHTTPPostResponse"/>
                <md:ManageNameIDService Binding="\(bindings)HTTP-POST" Location="\(base)ManageNameIDHTTPPost"/>
                <md:ManageNameIDService Binding="\(bindings)HTTP-Redirect" Location="\(base)ManageNameIDHTTPRedirect"/>
                <md:ManageNameIDService Binding="\(bindings)SOAP" Location="\(base)ManageNameIDSOAP"/>
                <md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:transient</md:NameIDFormat>
                <md:AssertionConsumerService Binding="\(bindings)HTTP-POST" index="0" isDefault="true" \
            Location="\(base)SAMLAssertionConsumer"/>
              </md:SPSSODescriptor>
            </md:EntityDescriptor>

            """
    }

    /// As the plain address gives it; made once a test run.
    static let published = Result { try signed() }

    /// The same with algorithms of choice, signed by libxmlsec1's command, which is not our code.
    static func signed(
        method: String = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
        digest: String = "http://www.w3.org/2000/09/xmldsig#sha1"
    ) throws -> [UInt8] {
        let template = """
            <ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo>
            <ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>
            <ds:SignatureMethod Algorithm="\(method)"/>
            <ds:Reference URI="#\(id)"><ds:Transforms>
            <ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>
            <ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>
            </ds:Transforms><ds:DigestMethod Algorithm="\(digest)"/>
            <ds:DigestValue/></ds:Reference></ds:SignedInfo><ds:SignatureValue/>
            <ds:KeyInfo><ds:X509Data/></ds:KeyInfo></ds:Signature>
            """
        let passphrase = "correct horse battery staple"
        let outcome = try CommandLineTool.run(
            "xmlsec1",
            [
                "--sign", "--pwd", passphrase, "--privkey-pem", "key.pem,certificate.pem", "--id-attr:ID",
                "urn:oasis:names:tc:SAML:2.0:metadata:EntityDescriptor", "metadata.xml",
            ],
            files: [
                "key.pem": try TestPKI.rsa4096.encryptedPEM(passphrase: Secret(passphrase)),
                "certificate.pem": try certificate().pem,
                "metadata.xml": Array(try document(signature: template).utf8),
            ]
        )
        try #require(outcome.status == 0, "\(outcome.errors)")
        return outcome.output
    }
}
