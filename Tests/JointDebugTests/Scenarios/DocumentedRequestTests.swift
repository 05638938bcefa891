import SAML
import TestSupport
import Testing
import XMLSecurity

@testable import JointDebug

@Suite("A request in the letters of the documentation")
struct DocumentedRequestTests {
    /// huawei-cloud.md 3.3.
    private static let sample = """
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

    @Test("With the sample's values it is the sample, octet by octet")
    func sample() throws {
        let serviceProvider = try FakeServiceProvider()
        let request = serviceProvider.request(
            to: "http://hwtest.51web.com/user/product/cloud/century/ecs!loginHw.action",
            at: try #require(Instant(xsDateTime: "2018-11-26T09:11:58.446Z"))
        )
        #expect(String(decoding: DocumentedRequest.xml(request), as: UTF8.self) == Self.sample)
    }

    @Test("Its ID is of the sample's kind, and another each time")
    func identifiers() {
        let ids = (0..<100).map { _ in DocumentedRequest.id(from: .openSSL) }
        #expect(Set(ids).count == 100)
        #expect(ids.allSatisfy { $0.wholeMatch(of: /_[a-z0-9]{36}/) != nil })
    }

    @Test(
        "A shape of another name, and what the sample does not have, is an error",
        arguments: [["shape": "other"], ["shape": "documented", "subject": "li"]]
    )
    func wrong(parameters: [String: String]) {
        #expect(throws: StepFailure.self) { try DocumentedRequest.isAsked(StepInput(parameters: parameters)) }
    }
}
