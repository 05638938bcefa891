import Attacks
import IdentityProvider
import JointDebug
import SAML
import Server
import XMLSecurity

/// This build's own judges, with keys made for one run: an identity provider, an SP and an attacker.
struct AttackStand {
    let material: AttackMaterial

    init() throws {
        let now = Clock.system.now
        material = AttackMaterial(signer: try Self.key(at: now), attacker: try Self.key(at: now), instant: now)
    }

    func outcomes() throws -> [AttackOutcome] {
        let provider = try identityProvider()
        let material = material
        let judges = AttackJudges(
            response: { material.responseJudge() },
            query: { Self.judge(provider, at: material.instant) { .redirect(query: $0) } },
            form: { Self.judge(provider, at: material.instant) { .post(body: $0) } },
            logout: { material.logoutJudge() },
            metadata: { material.metadataJudge() }
        )
        return AttackRun(material, judges: judges).outcomes()
    }

    // Both certificates name the same subject: only the keys tell them apart.
    private static func key(at now: Instant) throws -> SigningKey {
        let key = try PrivateKey.generate(.bits2048)
        let certificate = try Certificate.selfSigned(
            key: key,
            commonName: "self-test",
            organization: SimulatedHuaweiCloud.organization,
            validFrom: now,
            days: 1,
            serial: Randomness.openSSL.bytes(Certificate.serialLength)
        )
        return try SigningKey(privateKey: key, certificate: certificate)
    }

    private func identityProvider() throws -> IdentityProvider {
        IdentityProvider(
            settings: Settings(
                entityID: material.identityProvider,
                singleSignOnURL: material.singleSignOnURL,
                singleLogoutURL: material.singleLogoutURL
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

    /// Receives as the service does, and remembers ids as its store does.
    private static func judge(
        _ provider: IdentityProvider,
        at now: Instant,
        _ message: @escaping ([UInt8]) -> InboundMessage
    ) -> AttackJudges.Judge {
        var seen: Set<String> = []
        return { octets in
            switch provider.receive(message(octets), at: now) {
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
