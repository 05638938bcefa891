import Foundation
import HTTPTypes
import JWTKit
import TestSupport
import Testing
import XMLSecurity

@Suite("The portal's hand-off")
struct HandOffTests {
    @Test("A hostile token is refused with its own code, and no session begins", arguments: HostileToken.all)
    func hostile(token: HostileToken) async throws {
        let bridge = try await Bridge()
        var made = PortalToken(now: bridge.clock.now)
        token.change(&made)
        let reply = try await bridge.hand(made, to: "/sso/start")
        #expect(reply.code == token.code)
        #expect(reply.cookies.isEmpty)
    }

    @Test("A token of another key is refused")
    func otherKey() async throws {
        let bridge = try await Bridge()
        let keys = JWTKeyCollection()
        await keys.add(ecdsa: ES256PrivateKey())
        let reply = try await bridge.hand(
            PortalToken(now: bridge.clock.now),
            to: "/sso/start",
            signedBy: keys.getKey()
        )
        #expect(reply.code == "token.signature")
    }

    @Test("Of twenty requests with one token exactly one succeeds")
    func once() async throws {
        let bridge = try await Bridge()
        let token = PortalToken(now: bridge.clock.now)
        let body = Array("token=\(try token.signed(by: bridge.portalKey))".utf8)
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<20 {
                group.addTask { try await bridge.send(.post, "/sso/start", body: body).status }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.filter { $0 == 303 }.count == 1)
        #expect(try await bridge.send(.post, "/sso/start", body: body).code == "token.replayed")
    }

    @Test("A good token leads to the login link with platform id, first login and page")
    func start() async throws {
        let bridge = try await Bridge()
        let token = PortalToken(now: bridge.clock.now, ["service": "https://console.huaweicloud.com/ecs/?a=b&c"])
        let reply = try await bridge.hand(token, to: "/sso/start")
        #expect(
            reply.headers[.location]
                == "https://auth.huaweicloud.com/authui/saml/login?xAccountType=partner_IDP&isFirstLogin=true"
                + "&service=https%3A%2F%2Fconsole.huaweicloud.com%2Fecs%2F%3Fa%3Db%26c"
        )
        let cookie = try #require(reply.headers[.setCookie])
        #expect(cookie.hasPrefix("__Host-drawbridge-session="))
        for attribute in ["; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"] {
            #expect(cookie.contains(attribute))
        }
    }

    @Test("A page outside HUAWEI CLOUD is no landing place")
    func service() async throws {
        let bridge = try await Bridge()
        let token = PortalToken(now: bridge.clock.now, ["service": "https://console.huaweicloud.com.evil.example/"])
        #expect(try await bridge.hand(token, to: "/sso/start").code == "service.host")
    }

    @Test("What is not configured is told before the token is used up")
    func notConfigured() async throws {
        let bridge = try await Bridge(platformID: nil)
        let token = PortalToken(now: bridge.clock.now)
        #expect(try await bridge.hand(token, to: "/sso/start").code == "session.huawei-not-configured")
        let unknown = try await Bridge()
        let silent = PortalToken(now: unknown.clock.now, ["first_login": NSNull()])
        #expect(try await unknown.hand(silent, to: "/sso/start").code == "session.first-login-unknown")
    }
}
