import Foundation
import HTTPTypes
import HuaweiCloud
import Hummingbird
import IdentityProvider
import JWTKit
import Logging
import NIOCore
import NIOEmbedded
import Onboarding
import SAML
import Server
import Storage
import TestSupport
import Testing
import XMLSecurity

/// A whole service without a socket: real store, real routes, one SP, one portal, a clock that tests set.
struct Bridge {
    static let base = "https://idp.partner.example"
    static let address = base + "/saml/sso"

    let serviceProvider: FakeServiceProvider
    let clock = TestClock()
    let services: Services
    let portalKey: any JWTAlgorithm

    init(
        requestsSigned: Bool = true,
        platformID: String? = "partner_IDP",
        singleLogout: Endpoint? = nil,
        others: [FakeServiceProvider] = [],
        othersAnswered: ServiceProviderSettings = .huaweiCloud,
        afterBindingURL: String? = nil,
        signedOver: SignedOver = .base64Text,
        proxies: [String] = [],
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) async throws {
        let serviceProvider = try FakeServiceProvider(
            authnRequestsSigned: requestsSigned,
            singleLogout: singleLogout
        )
        let key = ES256PrivateKey()
        let keys = JWTKeyCollection()
        await keys.add(ecdsa: key)
        portalKey = try await keys.getKey()
        self.serviceProvider = serviceProvider
        let file = FileManager.default.temporaryDirectory.appending(path: "drawbridge-\(UUID().uuidString).sqlite")
        let database = try Database(path: file.path(percentEncoded: false))
        self.database = database
        let identityProvider = try Self.identityProvider(
            [(serviceProvider, .huaweiCloud)] + others.map { ($0, othersAnswered) },
            platformID,
            signedOver
        )
        associations = SQLiteAssociationStore(database) { ["mall"] }
        outbox = SQLiteWebhookOutbox(database)
        notifications = SQLiteNotificationArchive(
            database,
            key: try #require(SealingKey(Secret(Array(repeating: 9, count: SealingKey.length))))
        )
        let portal = Portal(
            name: "mall",
            signInURL: "https://mall.example/sign-in",
            keys: [try await PortalKey(key.publicKey.pemRepresentation, algorithm: .es256)],
            afterBindingURL: afterBindingURL,
            webhook: PortalWebhook(url: "https://mall.example/hook", secret: Self.webhookSecret)
        )
        services = Services(
            current: CurrentServing(
                try Self.serving(identityProvider, [identityProvider.signingKey.certificate], [portal])
            ),
            baseURL: Self.base,
            sessionLifetime: 300,
            admission: .open(to: ([serviceProvider] + others).map(\.entityID)),
            stores: Services.Stores(
                replay: SQLiteReplayCache(database),
                sessions: SQLiteSessionStore(database),
                pending: SQLitePendingRequestStore(database),
                resumptions: SQLiteResumptionStore(database),
                logouts: SQLiteLogoutFlowStore(database),
                ledger: SQLiteIssuanceLedger(database),
                trail: SQLiteAuditTrail(database),
                stage: SQLiteStageStore(database),
                associations: associations,
                notifications: notifications
            ),
            accountHash: AccountHash(Secret(Array(repeating: 7, count: 32))),
            clock: clock.clock,
            logger: logger,
            proxies: TrustedProxies(try proxies.map { try NetworkRange($0) })
        )
        stage = SQLiteStageStore(database)
        whitelists = SQLiteWhitelistStore(database)
        housekeeping = SQLiteHousekeeping(database)
        ledger = SQLiteIssuanceLedger(database)
        archive = SQLiteAuditArchive(database)
        self.keys = SQLiteKeyStore(database)
        uploads = SQLiteMetadataUploadStore(database)
    }

    /// What is served with these certificates in metadata.
    static func serving(
        _ identityProvider: IdentityProvider,
        _ certificates: [Certificate],
        _ portals: [Portal]
    ) throws -> Serving {
        Serving(
            identityProvider: identityProvider,
            metadata: try IdentityProviderMetadata.entity(identityProvider.settings, certificates: certificates)
                .document(),
            keys: certificates.map { Serving.PublishedKey(name: $0.subject, end: $0.notAfter) },
            portals: portals
        )
    }

    let database: Database
    let stage: SQLiteStageStore
    let whitelists: SQLiteWhitelistStore
    let housekeeping: SQLiteHousekeeping
    let ledger: SQLiteIssuanceLedger
    let archive: SQLiteAuditArchive
    let associations: SQLiteAssociationStore
    let notifications: SQLiteNotificationArchive
    let outbox: SQLiteWebhookOutbox

    static let webhookSecret = Secret(Array(repeating: 5, count: 32))
    let keys: SQLiteKeyStore
    let uploads: SQLiteMetadataUploadStore

    private static func identityProvider(
        _ serviceProviders: [(FakeServiceProvider, ServiceProviderSettings)],
        _ platformID: String?,
        _ signedOver: SignedOver
    ) throws -> IdentityProvider {
        IdentityProvider(
            settings: Settings(
                entityID: base + "/saml/metadata",
                singleSignOnURL: address,
                singleLogoutURL: base + "/saml/slo",
                huawei: HuaweiPreset(
                    site: .china,
                    platformID: platformID.flatMap(PlatformID.init),
                    partnerID: PartnerID("bp"),
                    notificationSignedOver: signedOver
                )
            ),
            federation: Federation(
                serviceProviders.map {
                    ServiceProvider(entityID: $0.entityID, descriptor: $0.descriptor, settings: $1)
                }
            ),
            signingKey: try SigningKey(
                privateKey: TestPKI.rsa2048,
                certificate: TestPKI.certificate(for: TestPKI.rsa2048, commonName: "idp")
            ),
            randomness: .openSSL
        )
    }

    /// An answer of the service.
    struct Reply {
        let status: Int
        let headers: HTTPFields
        let body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }
        /// The code of a refusal, from problem+json.
        var code: String? {
            (try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])?["code"] as? String
        }
        var cookies: [String] {
            headers[values: .setCookie].compactMap { $0.split(separator: ";").first.map(String.init) }
        }
    }

    /// Sends one request; `json` asks for problem+json.
    func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        body: [UInt8]? = nil,
        type: String = "application/x-www-form-urlencoded",
        cookies: [String] = [],
        json: Bool = true
    ) async throws -> Reply {
        var headers: HTTPFields =
            json ? [.accept: "application/json"] : [.acceptLanguage: "en", .accept: "text/html,*/*;q=0.8"]
        if body != nil { headers[.contentType] = type }
        if !cookies.isEmpty { headers[.cookie] = cookies.joined(separator: "; ") }
        let request = Request(
            head: HTTPRequest(method: method, scheme: "https", authority: "idp", path: path, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer(bytes: body ?? []))
        )
        let context = ClientContext(
            source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: services.logger)
        )
        let response = try await Routes.publicRouter(services).buildResponder().respond(to: request, context: context)
        let writer = CollectingWriter()
        try await response.body.write(writer)
        return Reply(status: response.status.code, headers: response.headers, body: writer.bytes)
    }

    /// A message as it arrives.
    func send(_ message: InboundMessage, cookies: [String] = [], json: Bool = true) async throws -> Reply {
        switch message {
        case .redirect(let query):
            try await send(.get, "/saml/sso?" + String(decoding: query, as: UTF8.self), cookies: cookies, json: json)
        case .post(let body):
            try await send(.post, "/saml/sso", body: body, cookies: cookies, json: json)
        }
    }

    /// A token posted to a path; from `/sso/start` the browser comes back at once, with its cookies.
    func hand(
        _ token: PortalToken,
        to path: String,
        signedBy key: (any JWTAlgorithm)? = nil,
        cookies: [String] = [],
        json: Bool = true
    ) async throws -> Reply {
        let body = "token=\(try token.signed(by: key ?? portalKey))"
        let reply = try await send(.post, path, body: Array(body.utf8), json: json)
        guard let location = reply.headers[.location], location.hasPrefix(Self.base + "/sso/start/") else {
            return reply
        }
        return try await send(.get, String(location.dropFirst(Self.base.count)), cookies: cookies, json: json)
    }

    func request(id: String = MessageID.fresh(from: .openSSL)) -> AuthnRequest {
        serviceProvider.request(id: id, to: Self.address, at: clock.now)
    }
}

/// Collects a response's body.
final class CollectingWriter: ResponseBodyWriter {
    private(set) var bytes: [UInt8] = []

    func write(_ buffer: ByteBuffer) async throws { bytes += buffer.readableBytesView }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
