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
            admission: .open(to: [fixture.serviceProvider.entityID]),
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

    @Test("The ledger says whether it was a first login, of HUAWEI CLOUD alone", arguments: [true, false, nil])
    func firstLogin(said: Bool?) throws {
        for own in [ServiceProviderSettings.huaweiCloud, .plain] {
            let fixture = try Fixture(own)
            let accepted = try fixture.identityProvider
                .receive(fixture.serviceProvider.redirect(fixture.request()), at: Fixture.now).get()
            let decision = fixture.identityProvider.decide(
                accepted,
                session: Fixture.session(Fixture.customer().coming(firstLogin: said)),
                admission: .open(to: [fixture.serviceProvider.entityID]),
                at: Fixture.now
            )
            guard case .answer(let answer) = decision else {
                Issue.record("no answer")
                return
            }
            let record = try fixture.identityProvider.respond(answer, at: Fixture.now).record
            #expect(record.isFirstLogin == (own == .plain ? nil : said))
            #expect(LedgerEntry(record, reference: "R", account: nil).isFirstLogin == record.isFirstLogin)
        }
    }

    @Test("ForceAuthn is met by a sign-in made for the request, and by nothing else")
    func forceAuthn() throws {
        let fixture = try Fixture()
        let plain = fixture.request()
        let request = AuthnRequest(
            id: plain.id,
            issueInstant: plain.issueInstant,
            issuer: plain.issuer,
            destination: plain.destination,
            forceAuthn: true
        )
        let accepted = try fixture.identityProvider.receive(fixture.serviceProvider.redirect(request), at: Fixture.now)
            .get()
        func decide(created: Int64, signedIn: Int64) -> Decision {
            let session = Session(
                customer: Fixture.customer(),
                authnInstant: Fixture.now.adding(seconds: signedIn),
                createdAt: Fixture.now.adding(seconds: created),
                expiresAt: Fixture.now.adding(seconds: 300)
            )
            return fixture.identityProvider.decide(
                accepted,
                session: session,
                admission: .open(to: [fixture.serviceProvider.entityID]),
                at: Fixture.now
            )
        }
        guard case .signIn = decide(created: -1, signedIn: -1) else {
            Issue.record("a session from before the request was taken")
            return
        }
        guard case .answer(let fresh) = decide(created: 5, signedIn: 5), fresh.refusal == nil else {
            Issue.record("a fresh sign-in was not taken")
            return
        }
        guard case .answer(let stale) = decide(created: 5, signedIn: -181) else {
            Issue.record("the portal would be asked without end")
            return
        }
        #expect(stale.refusal?.code == .forceAuthnStale)
    }

    @Test("An SP that was removed while its request waited gets nothing")
    func removed() throws {
        let fixture = try Fixture()
        let message = try fixture.serviceProvider.redirect(fixture.request())
        let accepted = try fixture.identityProvider.receive(message, at: Fixture.now).get()
        let emptied = IdentityProvider(
            settings: fixture.identityProvider.settings,
            federation: Federation([]),
            signingKey: fixture.identityProvider.signingKey,
            randomness: .openSSL
        )
        let decision = emptied.decide(
            accepted,
            session: Fixture.session(),
            admission: .open(to: [fixture.serviceProvider.entityID]),
            at: Fixture.now
        )
        guard case .abandon(let refusal) = decision else {
            Issue.record("it was answered")
            return
        }
        #expect(refusal.code == .issuerUnknown)
    }
}
