import HTTPTypes
import HuaweiCloud
public import Hummingbird
import SAML
public import XMLSecurity

/// The login host: login link, metadata, ACS.
public struct LoginHost: Sendable {
    private let simulation: SimulatedHuaweiCloud
    private let outstanding = OutstandingRequests()
    private let randomness: Randomness
    private let now: @Sendable () -> Instant

    /// Makes the host.
    public init(_ simulation: SimulatedHuaweiCloud, randomness: Randomness, now: @escaping @Sendable () -> Instant) {
        self.simulation = simulation
        self.randomness = randomness
        self.now = now
    }

    /// Its routes.
    public var router: Router<BasicRequestContext> {
        let router = Router()
        router.get("/authui/saml/login") { request, _ in try await login(request) }
        router.post("/authui/saml/SAMLAssertionConsumer") { request, _ in try await consume(request) }
        router.get("/authui/saml/metadata.xml") { _, _ in try metadata() }
        return router
    }

    private func login(_ request: Request) async throws -> Response {
        let parameters = request.uri.queryParameters
        guard parameters["xAccountType"].map(String.init) == simulation.platformID.value else {
            return SimulationPage.refused("xAccountType", found: parameters["xAccountType"].map(String.init) ?? "")
        }
        let service = parameters["service"].map(String.init) ?? simulation.site.defaultService
        let relayState = Hexadecimal.encode(randomness.bytes(16))
        let sent = try simulation.request(relayState: relayState, randomness: randomness, at: now())
        await outstanding.add(.init(id: sent.id, service: service), relayState: relayState)
        return Response(status: .found, headers: [.location: sent.url, .cacheControl: "no-store"])
    }

    private func consume(_ request: Request) async throws -> Response {
        let body = try await request.body.collect(upTo: HTTPPOSTBinding.longestBody)
        do {
            let decoded = try InboundMessage.post(body: Array(body.readableBytesView)).decode(.response)
            guard let relayState = decoded.relayState, let sent = await outstanding.take(relayState.value) else {
                return SimulationPage.refused("RelayState", found: "no outstanding request")
            }
            let validated = try simulation.judge(decoded.xml, answering: sent.id, at: now()).get()
            guard await outstanding.isNew(validated.assertion.id) else {
                throw Refusal(.replayAssertion, found: validated.assertion.id)
            }
            return Response(status: .found, headers: [.location: sent.service, .cacheControl: "no-store"])
        } catch let refusal as Refusal {
            return SimulationPage.refused(refusal)
        }
    }

    private func metadata() throws -> Response {
        let login = String(simulation.entityID.dropLast())
        let bytes = try SimulatedHuaweiCloud.metadata(login: login, key: simulation.key)
            .document(signedBy: simulation.key, id: MessageID.fresh(from: randomness))
        return Response(
            status: .ok,
            headers: [.contentType: "application/samlmetadata+xml"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}
