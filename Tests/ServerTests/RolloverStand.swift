import HTTPTypes
import IdentityProvider
import Logging
import SAML
import Server
import Storage
import TestSupport
import Testing
import XMLSecurity

/// A service with two keys in its store, a customer who is signed in, and the operator who moves keys.
struct RolloverStand {
    let bridge: Bridge
    let cookies: [String]
    private let follower: ServingFollower<[KeyRecord]>
    private let signingKeys: [String: SigningKey]

    init() async throws {
        let bridge = try await Bridge()
        let old = bridge.services.identityProvider.signingKey
        let new = try SigningKey(
            privateKey: TestPKI.rsa3072,
            certificate: TestPKI.certificate(for: TestPKI.rsa3072, commonName: "next")
        )
        let signingKeys = ["old": old, "new": new]
        for (name, state) in [("old", KeyRecord.State.active), ("new", .generated)] {
            let fingerprint = try #require(signingKeys[name]).certificate.fingerprint
            try await bridge.keys.add(
                KeyRecord(name: name, fingerprint: fingerprint, state: state, since: bridge.clock.now),
                by: "test"
            )
        }
        self.bridge = bridge
        self.signingKeys = signingKeys
        cookies = try await bridge.hand(PortalToken(now: bridge.clock.now), to: "/sso/start").cookies
        let provider = bridge.services.identityProvider
        follower = ServingFollower(
            current: bridge.services.current,
            hangUp: HangUp(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            observe: { try await bridge.keys.keys() },
            load: {
                let records = try await bridge.keys.keys()
                let published = records.filter { $0.state == .active } + records.filter { $0.state == .published }
                let keys = try published.map { record in
                    guard let key = signingKeys[record.name] else { throw KeyMoveRefusal(.unknown, record.name) }
                    return key
                }
                let next = IdentityProvider(
                    settings: provider.settings,
                    federation: provider.federation,
                    signingKey: try #require(keys.first),
                    randomness: .openSSL
                )
                return try Bridge.serving(next, keys.map(\.certificate), bridge.services.portals)
            }
        )
    }

    func certificate(_ name: String) throws -> Certificate {
        try #require(signingKeys[name]).certificate
    }

    /// Moves a key as the command does, and lets the service follow.
    func move(_ move: KeyMove, _ name: String, cutOver: KeyRollover.CutOver = .none) async throws {
        let before = try await bridge.keys.keys()
        let changes = try KeyRollover(before, cutOver: cutOver).judge(move, name).get()
        try await bridge.keys.apply(changes, at: bridge.clock.now, by: "test")
        _ = await follower.follow(before)
    }

    /// The keys in the metadata that the service shows now.
    func publishedKeys() async throws -> [VerificationKey] {
        let document = try MetadataDocument(
            try await bridge.send(.get, "/saml/metadata").body,
            at: bridge.clock.now
        )
        let role = try #require(document.entities.first?.idpSSODescriptor)
        return role.signingCertificates.map { VerificationKey($0) }
    }

    /// One sign-on: whether the SP that trusts what `keys` gives when the Response arrives takes it.
    func signOn(_ keys: () -> [VerificationKey]) async throws -> Bool {
        let request = bridge.request()
        let reply = try await bridge.send(bridge.serviceProvider.redirect(request), cookies: cookies, json: false)
        let behind = try #require(reply.text.split(separator: "name=\"SAMLResponse\" value=\"").last)
        let xml = try #require(Base64.decode(behind.prefix { $0 != "\"" }.utf8))
        let expectations = ResponseExpectations(
            identityProvider: bridge.services.identityProvider.settings.entityID,
            keys: keys(),
            serviceProvider: bridge.serviceProvider.entityID,
            assertionConsumerService: bridge.serviceProvider.assertionConsumerService,
            requestID: request.id
        )
        switch ResponseValidator(expectations).validate(xml, at: bridge.clock.now) {
        case .success: return true
        case .failure(let refusal):
            #expect(refusal.code.refusalClass == .signature || refusal.code.refusalClass == .key, "\(refusal)")
            return false
        }
    }
}
