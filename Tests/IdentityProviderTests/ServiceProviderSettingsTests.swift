import Foundation
import HuaweiCloud
import Onboarding
import SAML
import TestSupport
import Testing
import XMLSecurity

@testable import IdentityProvider

@Suite("Each SP is answered as its settings say")
struct ServiceProviderSettingsTests {
    private static let key = PairwiseKey(Secret(Array(repeating: 3, count: 32)))
    private static let encryption = TestPKI.rsa3072

    /// Answers one request, and reads the answer as a strict SP does.
    private static func answer(
        _ own: ServiceProviderSettings,
        to entityID: String = "https://sp.example/",
        _ customer: Customer = Fixture.customer(),
        policy: NameIDPolicy? = nil,
        subject: NameID? = nil,
        pairwiseKey: PairwiseKey? = key
    ) throws -> (xml: String, validated: Result<ValidatedResponse, Refusal>, participant: Participant?) {
        let fake = try FakeServiceProvider(entityID: entityID)
        let descriptor = SPSSODescriptor(
            role: RoleDescriptor(keyDescriptors: [
                KeyDescriptor(use: .signing, certificate: fake.key.certificate),
                KeyDescriptor(
                    use: .encryption,
                    certificate: try TestPKI.certificate(for: encryption, commonName: "sp encryption")
                ),
            ]),
            authnRequestsSigned: true,
            wantAssertionsSigned: true,
            assertionConsumerServices: fake.descriptor.assertionConsumerServices
        )
        let provider = try IdentityProvider(
            settings: Fixture().identityProvider.settings,
            federation: Federation([ServiceProvider(entityID: entityID, descriptor: descriptor, settings: own)]),
            signingKey: Fixture().identityProvider.signingKey,
            randomness: .openSSL,
            pairwiseKey: pairwiseKey
        )
        let request = AuthnRequest(
            id: "_request",
            issueInstant: Fixture.now,
            issuer: entityID,
            destination: provider.settings.singleSignOnURL,
            assertionConsumerServiceURL: fake.assertionConsumerService,
            nameIDPolicy: policy,
            subject: subject
        )
        let accepted = try provider.receive(fake.redirect(request), at: Fixture.now).get()
        let decision = provider.decide(
            accepted,
            session: Fixture.session(customer),
            admission: .open(to: [entityID]),
            at: Fixture.now
        )
        guard case .answer(let answer) = decision else { throw Refusal(.issuerUnknown) }
        let response = try provider.respond(answer, at: Fixture.now)
        let expectations = ResponseExpectations(
            identityProvider: provider.settings.entityID,
            keys: [VerificationKey(provider.signingKey.certificate)],
            serviceProvider: entityID,
            assertionConsumerService: fake.assertionConsumerService,
            request: .id("_request"),
            decryptionKeys: [encryption]
        )
        return (
            String(decoding: response.xml, as: UTF8.self),
            ResponseValidator(expectations).validate(response.xml, at: Fixture.now),
            response.participant
        )
    }

    private static func settings(_ change: (inout ServiceProviderSettings) -> Void) -> ServiceProviderSettings {
        var settings = ServiceProviderSettings.plain
        change(&settings)
        return settings
    }

    @Test(
        "What is signed and whether it is encrypted, in every combination",
        arguments: Response.Signing.allCases,
        [false, true]
    )
    func signing(signing: Response.Signing, isEncrypted: Bool) throws {
        let own = Self.settings {
            $0.signing = signing
            $0.isEncrypted = isEncrypted
        }
        let answer = try Self.answer(own)
        let validated = try answer.validated.get()
        #expect(validated.wasEncrypted == isEncrypted)
        #expect(answer.xml.contains("user-1") == !isEncrypted, "in clear")
        #expect(answer.xml.contains("<saml:Assertion") == !isEncrypted)
        // Whose assertion is encrypted shows one signature at most on the outside.
        let seen = answer.xml.components(separatedBy: "<ds:Signature ").count - 1
        let outside = signing == .assertion ? 0 : 1
        #expect(seen == outside + (isEncrypted || signing == .response ? 0 : 1))
    }

    @Test("An SP that is to get encrypted assertions and has no key gets nothing at all")
    func noEncryptionKey() throws {
        let fixture = try Fixture(Self.settings { $0.isEncrypted = true })
        let request = fixture.serviceProvider.request(to: Fixture.address, at: Fixture.now)
        let accepted = try fixture.identityProvider.receive(fixture.serviceProvider.redirect(request), at: Fixture.now)
            .get()
        let decision = fixture.identityProvider.decide(
            accepted,
            session: Fixture.session(),
            admission: .open(to: [fixture.serviceProvider.entityID]),
            at: Fixture.now
        )
        guard case .answer(let answer) = decision else { return #expect(Bool(false), "\(decision)") }
        #expect(throws: MissingEncryptionKey.self) { try fixture.identityProvider.respond(answer, at: Fixture.now) }
    }

    @Test("A persistent name is one customer's at one SP: always the same there, another elsewhere and for others")
    func persistent() throws {
        let own = Self.settings { $0.nameID = .persistent }
        func name(_ entityID: String, _ customer: Customer = Fixture.customer()) throws -> NameID {
            try #require(Self.answer(own, to: entityID, customer).validated.get().assertion.subject?.nameID)
        }
        let first = try name("https://a.example/")
        #expect(first.format == NameIDFormat.persistent)
        #expect(first.spNameQualifier == "https://a.example/")
        #expect(try name("https://a.example/") == first)
        #expect(try name("https://b.example/").value != first.value)
        #expect(try name("https://a.example/", Fixture.customer(account: "account-2")).value != first.value)
        #expect(!first.value.contains("user-1"))
    }

    @Test("The name that an SP got is the one that its logout is about")
    func participant() throws {
        for source in NameIDSource.allCases {
            let answer = try Self.answer(Self.settings { $0.nameID = source })
            let sent = try answer.validated.get().assertion.subject?.nameID
            #expect(answer.participant?.nameID == sent)
            #expect(sent?.format == source.format)
        }
    }

    @Test("An e-mail name is the portal's address without qualifiers; without an address the SP is told so")
    func email() throws {
        let own = Self.settings { $0.nameID = .email }
        let name = try Self.answer(own).validated.get().assertion.subject?.nameID
        #expect(name == NameID(value: "zhang.wei@example.cn", format: NameIDFormat.emailAddress))
        let nobody = Customer(portal: "mall", xUserID: "user-1", xAccountID: "account-1")
        let refused = try Self.answer(own, nobody).xml
        #expect(refused.contains("InvalidNameIDPolicy") && refused.contains("name-id.unavailable"))
        #expect(!refused.contains("<saml:Assertion"))
    }

    @Test("Without a key for them there are no persistent names, and nothing in their place")
    func noPairwiseKey() throws {
        let refused = try Self.answer(Self.settings { $0.nameID = .persistent }, pairwiseKey: nil).xml
        #expect(refused.contains("name-id.unavailable") && !refused.contains("<saml:Assertion"))
    }

    @Test("A format that the SP is not set to is refused, its own and none are given", arguments: NameIDSource.allCases)
    func policy(source: NameIDSource) throws {
        let own = Self.settings { $0.nameID = source }
        for format in [source.format, NameIDFormat.unspecified, nil] {
            let policy = NameIDPolicy(format: format, allowCreate: false)
            #expect(throws: Never.self) { try Self.answer(own, policy: policy).validated.get() }
        }
        for other in NameIDSource.allCases where other != source {
            let refused = try Self.answer(own, policy: NameIDPolicy(format: other.format, allowCreate: true)).xml
            #expect(refused.contains("InvalidNameIDPolicy"), "\(other)")
        }
    }

    @Test("A request about somebody is answered for that customer alone")
    func subject() throws {
        let own = Self.settings { $0.nameID = .persistent }
        let name = try #require(try Self.answer(own).validated.get().assertion.subject?.nameID)
        #expect(throws: Never.self) { try Self.answer(own, subject: name).validated.get() }
        let other = try Self.answer(own, Fixture.customer(account: "account-2"), subject: name).xml
        #expect(other.contains("UnknownPrincipal") && !other.contains("<saml:Assertion"))
    }

    @Test("Facts go under the names that the SP wants, and no other fact goes")
    func mapping() throws {
        let own = Self.settings {
            $0.attributes = .mapped
            $0.mapping = [.init(.userID, as: "urn:oid:0.9.2342.19200300.100.1.1"), .init(.email, as: "mail")]
        }
        let answer = try Self.answer(own)
        let attributes = try answer.validated.get().assertion.attributes
        #expect(attributes.map(\.name) == ["urn:oid:0.9.2342.19200300.100.1.1", "mail"])
        #expect(attributes.map(\.nameFormat) == [Attribute.uriFormat, Attribute.basicFormat])
        #expect(attributes.map(\.values) == [["user-1"], ["zhang.wei@example.cn"]])
        #expect(!answer.xml.contains("account-1") && !answer.xml.contains("13800138000"))
    }

    @Test("Times, context and signature method are the SP's own")
    func others() throws {
        let own = Self.settings {
            $0.assertionLifetime = 45
            $0.session = 600
            $0.authnContextClass = AuthnContextClass.password
            $0.algorithm = .rsaSHA512
        }
        let answer = try Self.answer(own)
        let assertion = try answer.validated.get().assertion
        #expect(assertion.conditions?.notOnOrAfter == Fixture.now.adding(seconds: 45))
        #expect(assertion.authnStatements.first?.sessionNotOnOrAfter == Fixture.now.adding(seconds: 600))
        #expect(assertion.authnStatements.first?.authnContextClassRef == AuthnContextClass.password)
        #expect(answer.xml.contains("xmldsig-more#rsa-sha512"))
    }
}
