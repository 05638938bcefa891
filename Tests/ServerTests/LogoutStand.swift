import Foundation
import HTTPTypes
import IdentityProvider
import SAML
import Server
import TestSupport
import Testing
import XMLSecurity

/// A service with three SPs, each with a key of its own, that sign on and log out.
final class LogoutStand {
    enum Fault: CaseIterable {
        case noEndpoint
        case status
        case otherKey
    }

    static let address = Bridge.base + "/saml/slo"

    let bridge: Bridge
    let sps: [FakeServiceProvider]
    private(set) var participants: [Participant] = []

    init(_ binding: Binding, secondHasLogout: Bool = true) async throws {
        let keys = [TestPKI.rsa2048Other, TestPKI.rsa2048, TestPKI.rsa4096]
        let others = try (1...2).map { number in
            try FakeServiceProvider(
                entityID: "https://sp\(number).example/",
                assertionConsumerService: "https://sp\(number).example/acs",
                key: keys[number],
                singleLogout: number == 1 && !secondHasLogout ? nil : Self.endpoint("sp\(number)", binding)
            )
        }
        bridge = try await Bridge(singleLogout: Self.endpoint("sp0", binding), others: others)
        sps = [bridge.serviceProvider] + others
    }

    private static func endpoint(_ host: String, _ binding: Binding) -> Endpoint {
        Endpoint(
            binding: binding,
            location: "https://\(host).example/slo",
            responseLocation: "https://\(host).example/slo-done"
        )
    }

    func request(_ sp: FakeServiceProvider) -> AuthnRequest {
        sp.request(id: MessageID.fresh(from: .openSSL), to: Bridge.address, at: bridge.clock.now)
    }

    func signOnEverywhere() async throws -> [String] {
        var cookies = try await bridge.hand(PortalToken(now: bridge.clock.now), to: "/sso/start").cookies
        for sp in sps { cookies = try await answer(sp, cookies: cookies) }
        return cookies
    }

    /// From the portal to the SP.
    func signOn(_ sp: FakeServiceProvider, cookies: [String], user: String = "user-1") async throws -> [String] {
        let token = PortalToken(now: bridge.clock.now, ["sub": user])
        let started = try await bridge.hand(token, to: "/sso/start", cookies: cookies)
        return try await answer(sp, cookies: started.cookies)
    }

    private func answer(_ sp: FakeServiceProvider, cookies: [String]) async throws -> [String] {
        let reply = try await bridge.send(sp.redirect(request(sp)), cookies: cookies, json: false)
        let behind = try #require(reply.text.split(separator: "name=\"SAMLResponse\" value=\"").last)
        let xml = try #require(Base64.decode(behind.prefix { $0 != "\"" }.utf8))
        let document = try XMLDocument(parsing: xml, limits: .message)
        let assertion = try Assertion(decoding: #require(document.root.children.first { $0.localName == "Assertion" }))
        participants.append(
            Participant(
                serviceProvider: sp.entityID,
                nameID: try #require(assertion.subject?.nameID),
                sessionIndex: try #require(assertion.authnStatements.first?.sessionIndex),
                until: bridge.clock.now
            )
        )
        return cookies
    }

    func logoutRequest(
        _ sp: FakeServiceProvider,
        name: NameID? = nil,
        indexes: [String]? = nil,
        destination: String = address
    ) throws -> LogoutRequest {
        let own = try #require(participants.last { $0.serviceProvider == sp.entityID })
        return LogoutRequest(
            id: MessageID.fresh(from: .openSSL),
            issueInstant: bridge.clock.now,
            issuer: sp.entityID,
            destination: destination,
            notOnOrAfter: bridge.clock.now.adding(seconds: 60),
            nameID: name ?? own.nameID,
            sessionIndexes: indexes ?? [own.sessionIndex]
        )
    }

    func requestLogout(
        at sp: FakeServiceProvider,
        by binding: Binding = .httpRedirect,
        name: NameID? = nil,
        indexes: [String]? = nil
    ) async throws -> Bridge.Reply {
        let request = try logoutRequest(sp, name: name, indexes: indexes)
        return try await send(message(request, relayState: "state of the SP", by: binding, signedBy: sp.key))
    }

    /// Sends the answer of an SP.
    func answer(
        _ request: LogoutRequest,
        of sp: FakeServiceProvider,
        relayState: String,
        fault: Fault? = nil
    ) async throws -> Bridge.Reply {
        let response = LogoutResponse(
            id: MessageID.fresh(from: .openSSL),
            issueInstant: bridge.clock.now,
            issuer: sp.entityID,
            destination: Self.address,
            inResponseTo: request.id,
            status: fault == .status ? Status(.responder, .requestDenied) : .success
        )
        let key = fault == .otherKey ? sps[2].key : sp.key
        return try await send(message(response, as: .response, relayState: relayState, signedBy: key))
    }

    func message(
        _ request: LogoutRequest,
        relayState: String? = nil,
        by binding: Binding = .httpRedirect,
        signedBy key: SigningKey?
    ) throws -> InboundMessage {
        try message(.request, relayState, binding, key, request.write)
    }

    func message(
        _ response: LogoutResponse,
        as parameter: MessageParameter,
        relayState: String,
        signedBy key: SigningKey
    ) throws -> InboundMessage {
        try message(parameter, relayState, .httpRedirect, key, response.write)
    }

    private func message(
        _ parameter: MessageParameter,
        _ relayState: String?,
        _ binding: Binding,
        _ key: SigningKey?,
        _ write: (inout CanonicalWriter, SigningKey?) throws -> Void
    ) throws -> InboundMessage {
        var writer = CanonicalWriter()
        try write(&writer, binding == .httpPOST ? key : nil)
        let xml = try writer.finish()
        switch binding {
        case .httpRedirect:
            let query = try HTTPRedirectBinding.query(xml, as: parameter, relayState: relayState, signedBy: key)
            return .redirect(query: Array(query.utf8))
        case .httpPOST:
            var body = parameter.rawValue + "=" + PercentEncoding.encode(Base64.encode(xml))
            if let relayState { body += "&RelayState=" + PercentEncoding.encode(relayState) }
            return .post(body: Array(body.utf8))
        }
    }

    func send(_ message: InboundMessage) async throws -> Bridge.Reply {
        switch message {
        case .redirect(let query):
            try await bridge.send(.get, "/saml/slo?" + String(decoding: query, as: UTF8.self))
        case .post(let body): try await bridge.send(.post, "/saml/slo", body: body)
        }
    }

    /// The request that a reply carries to an SP, verified as the SP does.
    func question(_ reply: Bridge.Reply, to sp: FakeServiceProvider) throws -> LogoutRequest {
        try validator(reply, "slo", sp).validate(request: carried(reply), at: bridge.clock.now).get()
    }

    /// The answer that a reply carries to the SP that began, verified as the SP does.
    func response(_ reply: Bridge.Reply, to sp: FakeServiceProvider) throws -> LogoutResponse {
        let decoded = try carried(reply).decode(.response)
        let document = try XMLDocument(parsing: decoded.xml, limits: .message)
        let requestID = try #require(try LogoutResponse(decoding: document.root).inResponseTo)
        return try validator(reply, "slo-done", sp)
            .validate(response: carried(reply), to: requestID, at: bridge.clock.now).get()
    }

    func relayState(_ reply: Bridge.Reply) -> String {
        let parameter: MessageParameter = (try? carried(reply).decode(.request)) == nil ? .response : .request
        return (try? carried(reply).decode(parameter).relayState?.value) ?? ""
    }

    private func validator(_ reply: Bridge.Reply, _ path: String, _ sp: FakeServiceProvider) -> LogoutValidator {
        let number = sps.firstIndex { $0.entityID == sp.entityID } ?? 0
        return LogoutValidator(
            LogoutExpectations(
                peer: bridge.services.identityProvider.settings.entityID,
                keys: [VerificationKey(bridge.services.identityProvider.signingKey.certificate)],
                ourAddress: "https://sp\(number).example/\(path)",
                peerIsSessionAuthority: true
            )
        )
    }

    private func carried(_ reply: Bridge.Reply) throws -> InboundMessage {
        if let location = reply.headers[.location] {
            let query = try #require(location.split(separator: "?", maxSplits: 1).last)
            return .redirect(query: Array(query.utf8))
        }
        var body: [String] = []
        for name in ["SAMLRequest", "SAMLResponse", "RelayState"] {
            let parts = reply.text.split(separator: "name=\"\(name)\" value=\"")
            guard parts.count == 2 else { continue }
            body.append(name + "=" + PercentEncoding.encode(String(parts[1].prefix { $0 != "\"" })))
        }
        return .post(body: Array(body.joined(separator: "&").utf8))
    }
}
