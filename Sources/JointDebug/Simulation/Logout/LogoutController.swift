import HuaweiCloud
import Hummingbird
import SAML
import XMLSecurity

/// Logout both ways: asked for at the console, or by the identity provider (huawei-cloud.md 3.7, 4.2).
struct LogoutController: Sendable {
    let simulation: SimulatedHuaweiCloud
    private let pending = PendingLogouts()

    init(simulation: SimulatedHuaweiCloud) {
        self.simulation = simulation
    }

    func add(to router: Router<BasicRequestContext>) {
        router.get("\(LogoutPath.start)") { request, _ in try await start(request) }
        router.get("\(LogoutPath.redirect)") { request, _ in
            try await take(Self.query(request), at: LogoutPath.redirect, request)
        }
        router.post("\(LogoutPath.post)") { request, _ in
            try await take(Self.body(request), at: LogoutPath.post, request)
        }
        router.get("\(LogoutPath.redirect)\(LogoutPath.response)") { request, _ in
            try await finish(Self.query(request), at: LogoutPath.redirect + LogoutPath.response, request)
        }
        router.post("\(LogoutPath.post)\(LogoutPath.response)") { request, _ in
            try await finish(Self.body(request), at: LogoutPath.post + LogoutPath.response, request)
        }
    }

    private static func query(_ request: Request) -> InboundMessage {
        .redirect(query: Array((request.uri.query ?? "").utf8))
    }

    private static func body(_ request: Request) async throws -> InboundMessage {
        .post(body: Array(try await request.body.collect(upTo: HTTPPOSTBinding.longestBody).readableBytesView))
    }
}

extension LogoutController {
    // The session here ends at once; the identity provider is asked to end its own and the others'.
    private func start(_ request: Request) async throws -> Response {
        let faults = try simulation.faults.faults(for: request)
        guard let id = Cookies(request)[SimulatedHuaweiCloud.sessionCookie],
            let session = await simulation.sessions.end(id)
        else { return LogoutPages.nobody() }
        let arrival = session.arrival
        guard let registration = simulation.registrations[arrival.platformID], let nameID = arrival.nameID,
            let service = registration.singleLogoutService, let binding = Binding(rawValue: service.binding)
        else {
            await simulation.note(.logout, arrival, ["step": "local"])
            return LogoutPages.local()
        }
        let now = simulation.now(faults)
        let message = LogoutRequest(
            id: MessageID.fresh(from: simulation.randomness),
            issueInstant: now,
            issuer: simulation.entityID,
            destination: service.location,
            notOnOrAfter: now.adding(seconds: 300),
            nameID: nameID,
            sessionIndexes: arrival.sessionIndex.map { [$0] } ?? []
        )
        await pending.add(message.id, platformID: arrival.platformID)
        let facts = ["step": "request-sent", "url": service.location, "logout_id": message.id]
        await simulation.note(.logout, arrival, facts)
        return try sender(.request, faults).send(to: service.location, by: binding, relayState: simulation.opaqueID()) {
            try message.write(to: &$0, signedBy: $1)
        }
    }

    /// Answers the identity provider's request.
    private func take(_ message: InboundMessage, at path: String, _ request: Request) async throws -> Response {
        let faults = try simulation.faults.faults(for: request)
        do {
            let decoded = try message.decode(.request)
            let registrations = try registrations(askingIn: decoded.xml)
            let request = try judge(message, registrations, at: path, simulation.now(faults))
            let platforms = Set(registrations.map(\.platformID.value))
            let ended = await simulation.sessions.end(request, of: platforms)
            await note("answered", request.id, ["sessions": "\(ended.count)"])
            guard let service = registrations.first?.singleLogoutService,
                let binding = Binding(rawValue: service.binding)
            else { throw Refusal(.metadataLocation, expected: "SingleLogoutService", found: "none") }
            return try answer(request, to: service, by: binding, decoded.relayState?.value, ended.isEmpty, faults)
        } catch let refusal as Refusal {
            return await refuse(refusal)
        }
    }

    private func answer(
        _ request: LogoutRequest,
        to service: Endpoint,
        by binding: Binding,
        _ relayState: String?,
        _ isUnknown: Bool,
        _ faults: Faults
    ) throws -> Response {
        let location = service.responseLocation ?? service.location
        let answer = LogoutResponse(
            id: MessageID.fresh(from: simulation.randomness),
            issueInstant: simulation.now(faults),
            issuer: simulation.entityID,
            destination: location,
            inResponseTo: request.id,
            status: isUnknown ? Status(.requester, .unknownPrincipal) : .success
        )
        return try sender(.response, faults).send(to: location, by: binding, relayState: relayState) {
            try answer.write(to: &$0, signedBy: $1)
        }
    }

    /// Takes the identity provider's answer.
    private func finish(_ message: InboundMessage, at path: String, _ request: Request) async throws -> Response {
        let now = simulation.now(try simulation.faults.faults(for: request))
        do {
            let id = try Self.root(of: message.decode(.response).xml).attribute("InResponseTo") ?? ""
            guard let platform = await pending.take(id), let registration = simulation.registrations[platform] else {
                throw Refusal(.responseToMismatch, expected: "a logout that was asked for", found: id)
            }
            let validator = validator(registration, at: path)
            let response = try validator.validate(response: message, to: id, at: now).get()
            await note("response-taken", id, ["status": response.status.code])
            return LogoutPages.done(response.status)
        } catch let refusal as Refusal {
            return await refuse(refusal)
        }
    }
}

extension LogoutController {
    // Who asks is read before anything is verified; the judge compares it again afterwards.
    private func registrations(askingIn xml: [UInt8]) throws(Refusal) -> [Registration] {
        let request = try LogoutRequest(decoding: Self.root(of: xml))
        let registrations = simulation.registrations.of(entityID: request.issuer)
        guard !registrations.isEmpty else {
            throw Refusal(.issuerUnknown, expected: "an identity provider with metadata here", found: request.issuer)
        }
        return registrations
    }

    private func judge(
        _ message: InboundMessage,
        _ registrations: [Registration],
        at path: String,
        _ now: Instant
    ) throws(Refusal) -> LogoutRequest {
        var last: Result<LogoutRequest, Refusal>?
        for registration in registrations {
            let result = validator(registration, at: path).validate(request: message, at: now)
            if case .success(let request) = result { return request }
            last = result
        }
        guard let last else { throw Refusal(.issuerUnknown) }
        return try last.get()
    }

    private func validator(_ registration: Registration, at path: String) -> LogoutValidator {
        LogoutValidator(
            LogoutExpectations(
                peer: registration.identityProvider.entityID,
                keys: registration.keys,
                ourAddress: simulation.loginOrigin + path,
                peerIsSessionAuthority: true
            )
        )
    }

    private func sender(_ parameter: MessageParameter, _ faults: Faults) throws -> LogoutSender {
        LogoutSender(parameter: parameter, key: try simulation.keys.key(faults), faults: faults)
    }

    private static func root(of xml: [UInt8]) throws(Refusal) -> XMLElement {
        do {
            return try XMLDocument(parsing: xml, limits: .message).root
        } catch {
            throw Refusal(error)
        }
    }

    private func note(_ step: String, _ requestID: String, _ facts: [String: String]) async {
        var event = SimulationEvent(.logout, at: simulation.clock())
        event.requestID = requestID
        event.facts = facts.merging(["step": step]) { $1 }
        await simulation.log.add(event)
    }

    private func refuse(_ refusal: Refusal) async -> Response {
        var event = SimulationEvent(.logout, at: simulation.clock())
        event.refusals = [refusal]
        event.facts = ["step": "refused"]
        await simulation.log.add(event)
        return RefusalPage.of([refusal])
    }
}
