import IdentityProvider
import SAML
import TestSupport
import Testing
import XMLSecurity

@Suite("The request that HUAWEI CLOUD's documentation publishes")
struct PublishedRequestTests {
    /// huawei-cloud.md 3.3, with the prefixes and values of the sample.
    private static let xml = """
        <?xml version="1.0" encoding="UTF-8"?>\
        <saml2p:AuthnRequest xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol" \
        AssertionConsumerServiceURL="https://auth.huaweicloud.com/authui/saml/SAMLAssertionConsumer" \
        Destination="http://hwtest.51web.com/user/product/cloud/century/ecs!loginHw.action" \
        ForceAuthn="false" ID="_th2kld6nqqaq6lbvbw1cqqkbld2m7shj5i7x" IsPassive="false" \
        IssueInstant="2018-11-26T09:11:58.446Z" \
        ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Version="2.0">\
        <saml2:Issuer xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion">https://auth.huaweicloud.com/</saml2:Issuer>\
        <saml2p:NameIDPolicy AllowCreate="true" Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient" \
        SPNameQualifier="https://auth.huaweicloud.com/"/></saml2p:AuthnRequest>
        """

    @Test("It is received field by field: milliseconds, '!' in the Destination, lower-case escapes")
    func received() throws {
        let serviceProvider = try FakeServiceProvider()
        let destination = "http://hwtest.51web.com/user/product/cloud/century/ecs!loginHw.action"
        let identityProvider = IdentityProvider(
            settings: Settings(
                entityID: "https://www.test.com",
                singleSignOnURL: destination,
                singleLogoutURL: destination + "/logout"
            ),
            federation: Federation([
                ServiceProvider(
                    entityID: "https://auth.huaweicloud.com/",
                    descriptor: serviceProvider.descriptor,
                    settings: .huaweiCloud
                )
            ]),
            signingKey: serviceProvider.key,
            randomness: .openSSL
        )
        let query = try HTTPRedirectBinding.query(
            Array(Self.xml.utf8),
            as: .request,
            relayState: "opaque/state=+ 你",
            signedBy: serviceProvider.key,
            escapes: .lower
        )
        #expect(query.contains("%2f") && !query.contains("%2F"))
        let now = try #require(Instant(xsDateTime: "2018-11-26T09:12:30Z"))
        let accepted = try identityProvider.receive(.redirect(query: Array(query.utf8)), at: now).get()
        let request = accepted.request
        #expect(request.id == "_th2kld6nqqaq6lbvbw1cqqkbld2m7shj5i7x")
        #expect(request.issueInstant.xsDateTime == "2018-11-26T09:11:58.446Z")
        #expect(request.issuer == "https://auth.huaweicloud.com/")
        #expect(request.destination == destination)
        #expect(request.forceAuthn == false && request.isPassive == false)
        #expect(request.protocolBinding == Binding.httpPOST.rawValue)
        #expect(
            request.nameIDPolicy
                == NameIDPolicy(
                    format: NameIDFormat.transient,
                    spNameQualifier: "https://auth.huaweicloud.com/",
                    allowCreate: true
                )
        )
        #expect(accepted.assertionConsumerService == serviceProvider.assertionConsumerService)
        #expect(accepted.relayState?.value == "opaque/state=+ 你")
        #expect(accepted.signatureAlgorithm == SignatureAlgorithm.rsaSHA256.rawValue)
    }
}
