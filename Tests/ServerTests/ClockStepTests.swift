import Foundation
import HTTPTypes
import IdentityProvider
import Logging
import SAML
import Server
import Storage
import TestSupport
import Testing
import XMLSecurity

/// Ten minutes are more than the skew and more than a session lives.
@Suite("A clock that is stepped by ten minutes")
struct ClockStepTests {
    private static let step: Int64 = 600

    /// What a customer holds, made before the step.
    private struct Held {
        let token: PortalToken
        let request: AuthnRequest
        let cookies: [String]
        let waiting: String
        let waitingCookies: [String]
    }

    private static func held(_ bridge: Bridge) async throws -> Held {
        let used = PortalToken(now: bridge.clock.now)
        let cookies = try await bridge.hand(used, to: "/sso/start").cookies
        let request = bridge.request()
        let answered = try await bridge.send(bridge.serviceProvider.redirect(request), cookies: cookies, json: false)
        try #require(answered.text.contains("SAMLResponse"))
        let (waiting, waitingCookies) = try await SignOnFlowTests.wait(bridge, bridge.request())
        return Held(
            token: used,
            request: request,
            cookies: cookies,
            waiting: waiting,
            waitingCookies: waitingCookies
        )
    }

    /// Nothing of what was made before the step may work: no fresh token, no fresh request, no session.
    private static func expectNothing(_ bridge: Bridge, _ held: Held, token: String, request: String) async throws {
        let real = bridge.clock.now.adding(seconds: token == "token.expired" ? -step : step)
        #expect(try await bridge.hand(PortalToken(now: real), to: "/sso/start").code == token)
        let fresh = bridge.serviceProvider.request(to: Bridge.address, at: real)
        let refused = try await bridge.send(bridge.serviceProvider.redirect(fresh), cookies: held.cookies)
        #expect(refused.code == request)
        let own = try await bridge.send(bridge.serviceProvider.redirect(bridge.request()), cookies: held.cookies)
        #expect(own.headers[.location]?.contains("/sign-in?request=") == true, "the session answered: \(own.text)")
        let resumed = PortalToken(now: bridge.clock.now, ["request": held.waiting])
        let arrival = try await bridge.hand(resumed, to: "/sso/resume")
        guard let location = arrival.headers[.location] else { return }
        let path = String(location.dropFirst(Bridge.base.count))
        #expect(try await bridge.send(.get, path, cookies: held.waitingCookies).status == 403)
    }

    @Test("Forward: what was made before is over")
    func forward() async throws {
        let bridge = try await Bridge()
        let held = try await Self.held(bridge)
        bridge.clock.advance(Self.step)
        try await Self.expectNothing(bridge, held, token: "token.expired", request: "time.stale")
    }

    @Test("Back: what was made before has not begun")
    func back() async throws {
        let bridge = try await Bridge()
        let held = try await Self.held(bridge)
        bridge.clock.advance(-Self.step)
        try await Self.expectNothing(bridge, held, token: "token.issued-in-future", request: "time.future")
    }

    @Test("Forward, a purge, and back: no request and no token works a second time")
    func purged() async throws {
        let bridge = try await Bridge()
        let held = try await Self.held(bridge)
        bridge.clock.advance(Self.step)
        let service = HousekeepingService(
            bridge.housekeeping,
            clock: bridge.clock.clock,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        try await service.purge()
        bridge.clock.advance(-Self.step)
        let again = try await bridge.send(bridge.serviceProvider.redirect(held.request), cookies: held.cookies)
        #expect(again.code == "replay.request")
        #expect(try await bridge.hand(held.token, to: "/sso/start").code == "token.replayed")
    }
}
