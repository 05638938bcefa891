import IdentityProvider
import Onboarding
import SAML
import TestSupport
import Testing
import XMLSecurity

@Suite("A whole sign-on, without a socket")
struct SignOnTests {
    @Test(
        "A HUAWEI CLOUD request gets a signed response that the SP takes",
        arguments: [Binding.httpRedirect, .httpPOST]
    )
    func signOn(binding: Binding) throws {
        let fixture = try Fixture()
        let request = fixture.request()
        let message =
            switch binding {
            case .httpRedirect: try fixture.serviceProvider.redirect(request)
            case .httpPOST: try fixture.serviceProvider.post(request)
            }
        let accepted = try fixture.identityProvider.receive(message, at: Fixture.now).get()
        #expect(accepted.relayState?.value == "relay")
        #expect(accepted.request == request)
        let decision = fixture.identityProvider.decide(
            accepted,
            session: Fixture.session(),
            admission: ImportedServiceProviders(),
            at: Fixture.now
        )
        guard case .answer(let answer) = decision else {
            Issue.record("no answer")
            return
        }
        let response = try fixture.identityProvider.respond(answer, at: Fixture.now)
        let document = try XMLDocument(parsing: response.xml, limits: .message)
        #expect(try CanonicalForm.exclusive(document.root) == response.xml)
        let validated = try ResponseValidator(
            fixture.serviceProvider.expectations(
                fixture.identityProvider.settings.entityID,
                fixture.identityProvider.signingKey.certificate,
                requestID: request.id
            )
        ).validate(response.xml, at: Fixture.now).get()
        #expect(validated.signed == .assertion)
        let attributes = Dictionary(uniqueKeysWithValues: validated.assertion.attributes.map { ($0.name, $0.values) })
        #expect(
            attributes == [
                "xUserId": ["user-1"], "xAccountId": ["account-1"], "bpId": ["0123456789abcdef0123456789abcdef"],
                "name": ["zhangwei"], "email": ["zhang.wei@example.cn"], "mobile": ["0086-13800138000"],
            ]
        )
    }
}
