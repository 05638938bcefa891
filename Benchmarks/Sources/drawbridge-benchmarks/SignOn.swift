import HuaweiCloud
import IdentityProvider
import Onboarding
import SAML
import TestSupport
import XMLSecurity

/// A whole sign-on in process: a signed AuthnRequest of HUAWEI CLOUD's shape in, a signed Response out.
final class SignOn {
    /// The time of all that is measured here alone; peers have no clock but the machine's.
    static let usualTime = Instant(seconds: 1_795_000_000)
    private static let address = "https://idp.partner.example/saml/sso"

    let serviceProvider: FakeServiceProvider
    let identityProvider: IdentityProvider
    private let admission: Admission
    private let messages: [InboundMessage]
    private var next = 0
    private let session: Session
    private let now: Instant

    init(serviceProviderKey: PrivateKey, at now: Instant = usualTime) throws {
        self.now = now
        let serviceProvider = try FakeServiceProvider(key: serviceProviderKey)
        self.serviceProvider = serviceProvider
        admission = .open(to: [serviceProvider.entityID])
        identityProvider = IdentityProvider(
            settings: Settings(
                entityID: "https://idp.partner.example/metadata",
                singleSignOnURL: Self.address,
                singleLogoutURL: Self.address + "/logout",
                huawei: HuaweiPreset(
                    site: .china,
                    platformID: PlatformID("partner_IDP"),
                    partnerID: PartnerID("0123456789abcdef0123456789abcdef"),
                    optionalAttributes: .always
                )
            ),
            federation: Federation([
                ServiceProvider(
                    entityID: serviceProvider.entityID,
                    descriptor: serviceProvider.descriptor,
                    settings: .huaweiCloud
                )
            ]),
            signingKey: try SigningKey(
                privateKey: TestPKI.rsa2048,
                certificate: TestPKI.certificate(for: TestPKI.rsa2048, commonName: "idp")
            ),
            randomness: .openSSL
        )
        // Different requests in turn, so that nothing can be remembered from the one before.
        messages = try (0..<64).map { number in
            let request = serviceProvider.request(
                id: MessageID.fresh(from: .openSSL),
                to: Self.address,
                at: now.adding(seconds: -Int64(number % 9))
            )
            return try serviceProvider.redirect(request, relayState: "relay-\(number)")
        }
        session = Session(
            customer: Customer(
                portal: "mall",
                xUserID: "user-1",
                xAccountID: "account-1",
                accountName: "zhangwei",
                email: "zhang.wei@example.cn",
                mobile: "13800138000",
                firstLogin: true
            ),
            authnInstant: now,
            createdAt: now,
            expiresAt: now.adding(seconds: 300)
        )
    }

    /// Receives, decides, responds.
    @discardableResult
    func run() throws -> SignedResponse {
        next = (next + 1) % messages.count
        let accepted = try receive()
        let decision = identityProvider.decide(
            accepted,
            session: session,
            admission: admission,
            at: now
        )
        guard case .answer(let answer) = decision else { fatalError("nobody is signed in") }
        return try identityProvider.respond(answer, at: now)
    }

    /// Receives only.
    @discardableResult
    func receive() throws -> AcceptedRequest {
        try identityProvider.receive(messages[next], at: now).get()
    }

    /// What the SP does with a response.
    func validate(_ response: SignedResponse) throws {
        _ = try validator(response.record.requestID).validate(response.xml, at: now).get()
    }

    /// Why the SP refuses a response; `nil` when it does not.
    func refusal(of response: [UInt8]) -> String? {
        guard case .failure(let refusal) = validator("_request").validate(response, at: now) else { return nil }
        return refusal.code.id
    }

    private func validator(_ requestID: String?) -> ResponseValidator {
        ResponseValidator(
            ResponseExpectations(
                identityProvider: identityProvider.settings.entityID,
                keys: verificationKeys,
                serviceProvider: serviceProvider.entityID,
                assertionConsumerService: serviceProvider.assertionConsumerService,
                requestID: requestID
            )
        )
    }

    private lazy var verificationKeys = [VerificationKey(identityProvider.signingKey.certificate.publicKey)]
}
