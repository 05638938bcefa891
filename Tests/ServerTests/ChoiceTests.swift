import Foundation
import HTTPTypes
import IdentityProvider
import SAML
import Server
import TestSupport
import Testing
import XMLSecurity

@Suite("One account a session")
struct ChoiceTests {
    @Test(
        "Two tabs with two accounts: both are shown, nothing is issued before one is chosen, then the chosen one",
        arguments: ["earlier", "later"]
    )
    func twoTabs(chosen: String) async throws {
        let bridge = try await Bridge()
        let first = try await bridge.hand(
            PortalToken(now: bridge.clock.now, ["account_name": "<b>one</b>"]),
            to: "/sso/start"
        )
        #expect(first.headers[.location]?.contains("/authui/saml/login") == true)
        let page = try await bridge.hand(
            PortalToken(now: bridge.clock.now, ["sub": "user-2", "x_account_id": "account-2", "first_login": false]),
            to: "/sso/start",
            cookies: first.cookies,
            json: false
        )
        #expect(page.status == 200)
        #expect(page.cookies.isEmpty)
        #expect(page.text.contains("&lt;b&gt;one&lt;/b&gt; · account-1 (user-1)"))
        #expect(page.text.contains("account-2 (user-2)"))

        let early = try await bridge.send(bridge.serviceProvider.redirect(bridge.request()), cookies: first.cookies)
        #expect(early.headers[.location]?.hasPrefix("https://mall.example/sign-in") == true)

        let id = try #require(page.text.split(separator: "name=\"choice\" value=\"").last).prefix { $0 != "\"" }
        let body = Array("choice=\(id)&\(chosen)=1".utf8)
        let landed = try await bridge.send(.post, "/sso/choose", body: body, cookies: first.cookies)
        #expect(landed.status == 303)
        #expect(
            landed.headers[.location]?.contains(chosen == "earlier" ? "isFirstLogin=true" : "isFirstLogin=false")
                == true
        )
        let answer = try await bridge.send(
            bridge.serviceProvider.redirect(bridge.request()),
            cookies: landed.cookies,
            json: false
        )
        #expect(try Self.user(answer) == (chosen == "earlier" ? "user-1" : "user-2"))
        #expect(
            try await bridge.send(.post, "/sso/choose", body: body, cookies: first.cookies).code
                == "session.request-unknown"
        )
    }

    @Test("Nothing is asked for the same customer, after an answer, after the session's end, or in another browser")
    func notAsked() async throws {
        let bridge = try await Bridge()
        let other: [String: Any] = ["sub": "user-2", "x_account_id": "account-2"]
        let first = try await bridge.hand(PortalToken(now: bridge.clock.now), to: "/sso/start")
        let same = try await bridge.hand(
            PortalToken(now: bridge.clock.now),
            to: "/sso/start",
            cookies: first.cookies
        )
        #expect(same.status == 303)
        _ = try await bridge.send(bridge.serviceProvider.redirect(bridge.request()), cookies: same.cookies)
        let answered = try await bridge.hand(
            PortalToken(now: bridge.clock.now, other),
            to: "/sso/start",
            cookies: same.cookies
        )
        #expect(answered.status == 303)
        #expect(try await bridge.hand(PortalToken(now: bridge.clock.now), to: "/sso/start").status == 303)
        bridge.clock.advance(301)
        let late = try await bridge.hand(
            PortalToken(now: bridge.clock.now),
            to: "/sso/start",
            cookies: answered.cookies
        )
        #expect(late.status == 303)
    }

    @Test("A POSTed request comes without the Lax cookie, waits for the browser's GET, and is answered by its session")
    func bounce() async throws {
        let bridge = try await Bridge()
        let started = try await bridge.hand(PortalToken(now: bridge.clock.now), to: "/sso/start")
        let bounced = try await bridge.send(bridge.serviceProvider.post(bridge.request()))
        #expect(bounced.status == 303)
        let path = String(try #require(bounced.headers[.location]).dropFirst(Bridge.base.count))
        #expect(path.hasPrefix("/saml/sso/"))
        #expect(try await bridge.send(.get, path, cookies: started.cookies).code == "session.other-browser")
        let answer = try await bridge.send(.get, path, cookies: started.cookies + bounced.cookies, json: false)
        #expect(try Self.user(answer) == "user-1")
        let again = try await bridge.send(.get, path, cookies: started.cookies + bounced.cookies)
        #expect(again.code == "session.request-unknown")
        #expect(try await bridge.send(.get, "/saml/sso/x").code == "session.request-unknown")
    }

    @Test("A POSTed request of a browser where nobody is signed in bounces once and then asks the portal")
    func bounceToPortal() async throws {
        let bridge = try await Bridge()
        let bounced = try await bridge.send(bridge.serviceProvider.post(bridge.request()))
        let path = String(try #require(bounced.headers[.location]).dropFirst(Bridge.base.count))
        let asked = try await bridge.send(.get, path, cookies: bounced.cookies)
        #expect(asked.headers[.location]?.hasPrefix("https://mall.example/sign-in?request=") == true)
    }

    private static func user(_ reply: Bridge.Reply) throws -> String? {
        let behind = try #require(reply.text.split(separator: "name=\"SAMLResponse\" value=\"").last)
        let xml = try #require(Base64.decode(behind.prefix { $0 != "\"" }.utf8))
        let document = try XMLDocument(parsing: xml, limits: .message)
        let assertion = try Assertion(decoding: #require(document.root.children.first { $0.localName == "Assertion" }))
        return assertion.attributes.first { $0.name == "xUserId" }?.values.first
    }
}
