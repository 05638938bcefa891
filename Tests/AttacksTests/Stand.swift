import Attacks
import HuaweiCloud
import IdentityProvider
import Onboarding
import SAML
import TestSupport
import XMLSecurity

/// The material of the tests and this build's judges for it, put together as the command line does.
enum Stand {
    static let instant = Instant(seconds: 1_795_000_000)

    static let material: AttackMaterial = {
        do {
            return AttackMaterial(
                signer: try SigningKey(
                    privateKey: TestPKI.rsa2048,
                    certificate: TestPKI.certificate(for: TestPKI.rsa2048, commonName: "partner")
                ),
                attacker: try SigningKey(
                    privateKey: TestPKI.rsa2048Other,
                    certificate: TestPKI.certificate(for: TestPKI.rsa2048Other, commonName: "partner")
                ),
                instant: instant
            )
        } catch {
            fatalError("no test can run without keys: \(error)")
        }
    }()

    static let judges = AttackJudges(
        response: { material.responseJudge() },
        query: { try requestJudge { .redirect(query: $0) } },
        form: { try requestJudge { .post(body: $0) } },
        logout: { material.logoutJudge() },
        metadata: { material.metadataJudge() }
    )

    static func identityProvider() throws -> IdentityProvider {
        IdentityProvider(
            settings: Settings(
                entityID: material.identityProvider,
                singleSignOnURL: material.singleSignOnURL,
                singleLogoutURL: material.singleSignOnURL + "/logout",
                huawei: HuaweiPreset(
                    site: .china,
                    platformID: PlatformID("partner_IDP"),
                    partnerID: PartnerID("0123456789abcdef0123456789abcdef"),
                    optionalAttributes: .always
                )
            ),
            federation: Federation([
                ServiceProvider(
                    entityID: material.serviceProvider,
                    descriptor: try material.serviceProviderRole(),
                    settings: .huaweiCloud
                )
            ]),
            signingKey: material.signer,
            randomness: .openSSL
        )
    }

    private static func requestJudge(
        _ message: @escaping @Sendable ([UInt8]) -> InboundMessage
    ) throws -> AttackJudges.Judge {
        let provider = try identityProvider()
        var seen: Set<String> = []
        return { octets in
            switch provider.receive(message(octets), at: instant) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let accepted):
                guard seen.insert(accepted.request.id).inserted else {
                    return .refused(Refusal(.replayRequest, found: accepted.request.id))
                }
                let service = accepted.assertionConsumerService
                return .accepted(
                    reading: AttackMaterial.reading(service: service, relayState: accepted.relayState)
                )
            }
        }
    }
}
