import HTTPTypes
import IdentityProvider
import Onboarding
import SAML
import Server
import Storage
import TestSupport
import Testing

@Suite("What the test directory must never do")
struct LoginBoundsTests {
    @Test("A test user crosses to a real SP only with an account that is listed by its exact name")
    func realServiceProvider() async throws {
        for (accounts, isAsserted) in [([], false), (["a-2"], false), (["a-"], false), (["a-1"], true)] {
            let stand = try await LoginStand(accounts: Set(accounts))
            let waiting = try await stand.bridge.send(
                stand.bridge.serviceProvider.redirect(stand.bridge.request()),
                json: false
            )
            let reply = try await stand.submit(stand.open(waiting), json: false)
            let response = try stand.response(reply)
            #expect(response.contains("<saml:Assertion") == isAsserted, "\(accounts)")
            #expect(response.contains("session.test-account") != isAsserted, "\(accounts)")
        }
    }

    @Test("An account that is taken off the list is refused when the assertion would be issued")
    func unlisted() async throws {
        let stand = try await LoginStand(accounts: ["a-1"])
        let first = try await stand.submit(stand.open(), json: false)
        try stand.serve(accounts: [])
        let request = stand.bridge.request()
        let reply = try await stand.bridge.send(
            stand.bridge.serviceProvider.redirect(request),
            cookies: first.cookies,
            json: false
        )
        #expect(try stand.response(reply).contains("session.test-account"))
        #expect(try !stand.response(reply).contains("<saml:Assertion"))
    }

    @Test(
        "Outside joint debugging the route is not there, and its sessions answer nothing",
        arguments: [
            Stage.live, .closed,
        ]
    )
    func stage(_ stage: Stage) async throws {
        let stand = try await LoginStand()
        let page = try await stand.open()
        let first = try await stand.submit(stand.open(), json: false)
        try await stand.bridge.stage.change(to: stage, at: stand.bridge.clock.now, by: "Li", reason: "test")
        #expect(try await stand.send(.get, "/login").status == 404)
        #expect(try await stand.submit(page).status == 404)
        let request = stand.local.request(id: stand.fresh, to: Bridge.address, at: stand.bridge.clock.now)
        let reply = try await stand.bridge.send(stand.local.redirect(request), cookies: first.cookies)
        if stage == .live {
            #expect(reply.headers[.location]?.hasPrefix("https://mall.example/sign-in?request=") == true)
        } else {
            #expect(reply.code == "session.closed")
        }
    }

    @Test("A user who is removed is asked for again, whatever session the browser holds; others are not")
    func removed() async throws {
        let stand = try await LoginStand()
        let signedIn = try await stand.submit(stand.open(), json: false)
        func ask() async throws -> Bridge.Reply {
            let request = stand.local.request(id: stand.fresh, to: Bridge.address, at: stand.bridge.clock.now)
            return try await stand.bridge.send(stand.local.redirect(request), cookies: signedIn.cookies, json: false)
        }
        try stand.serve(without: "lilei")
        #expect(try await ask().text.contains("SAMLResponse"))
        try stand.serve(without: "zhangwei")
        #expect(try await ask().headers[.location]?.contains("/login?request=") == true)
    }

    @Test("Without a directory the route is not there")
    func off() async throws {
        let stand = try await LoginStand()
        let page = try await stand.openAlone()
        let now = stand.bridge.services.current.now
        stand.bridge.services.current.replace(
            Serving(identityProvider: now.identityProvider, metadata: now.metadata, keys: [], portals: now.portals)
        )
        #expect(try await stand.send(.get, "/login").status == 404)
        #expect(try await stand.submit(page).status == 404)
    }

    /// How a form can come from elsewhere.
    enum Foreign: String, CaseIterable, Sendable {
        case noCookie, otherCookie, noProof, wrongProof, foreignProof, noOrigin, nullOrigin, foreignOrigin, plainOrigin
    }

    @Test(
        "A form that did not come from our page in this browser is refused, and costs the customer nothing",
        arguments: Foreign.allCases
    )
    func foreignForm(_ foreign: Foreign) async throws {
        let stand = try await LoginStand()
        let page = try await stand.open()
        var forged = page
        var origin: String? = Bridge.base
        switch foreign {
        case .noCookie: forged.cookies = []
        case .otherCookie: forged.cookies = try await stand.openAlone().cookies
        case .noProof: forged.proof = ""
        case .wrongProof: forged.proof = String(page.proof.reversed())
        case .foreignProof: forged.proof = try await stand.openAlone().proof
        case .noOrigin: origin = nil
        case .nullOrigin: origin = "null"
        case .foreignOrigin: origin = "https://idp.partner.example.evil.example"
        case .plainOrigin: origin = "http://idp.partner.example"
        }
        let reply = try await stand.submit(forged, origin: origin)
        #expect(reply.status == 403 && reply.code == "login.form", "\(reply.text)")
        #expect(reply.cookies.isEmpty)
        #expect(try await stand.refusals() == ["login.form"])
        #expect(try await stand.response(stand.submit(page, json: false)).contains("<saml:Assertion"))
    }

    @Test("Wrong password and unknown user read the same, and neither name nor password is ever logged")
    func wrong() async throws {
        let log = CollectedLog()
        let stand = try await LoginStand(logger: log.logger)
        let page = try await stand.open()
        let attempts = [("zhangwei", "wrong"), ("nobody", LoginStand.password), ("", ""), ("zhangwei", "")]
        var pages: Set<String> = []
        for (name, password) in attempts {
            let reply = try await stand.submit(page, name: name, password: password, json: false)
            #expect(reply.status == 403)
            #expect(!reply.cookies.contains { $0.contains("session") })
            pages.insert(reply.text)
        }
        #expect(pages.count == 1)
        #expect(pages.first?.contains("The name or the password is wrong.") == true)
        #expect(pages.first?.contains("用户名或密码错误。") == true)
        let code = try await stand.submit(page, name: "zhangwei", password: "wrong")
        #expect(code.status == 403 && code.code == "login.wrong-password")
        #expect(try await stand.refusals() == Array(repeating: "login.wrong-password", count: 5))
        #expect(try await stand.submit(page, json: false).status == 200, "the request still waits")
        for line in log.lines {
            for secret in ["zhangwei", "nobody", "wrong ", LoginStand.password, "u-1", "a-1"] {
                #expect(!line.contains(secret), "\(line)")
            }
        }
    }

    @Test("After ten wrong passwords the right one waits, too, for a quarter of an hour")
    func throttle() async throws {
        let stand = try await LoginStand()
        let page = try await stand.openAlone()
        for _ in 0..<10 {
            #expect(try await stand.submit(page, password: "wrong").code == "login.wrong-password")
        }
        let refused = try await stand.submit(page, from: "198.51.100.9")
        #expect(refused.status == 429 && refused.code == "login.throttled")
        #expect(refused.headers[.retryAfter] == "900")
        stand.bridge.clock.advance(-300)
        #expect(try await stand.submit(page).code == "login.throttled", "a clock that is set back forgives nothing")
        stand.bridge.clock.advance(300 + 900)
        #expect(try await stand.submit(page, json: false).status == 303)
    }

    @Test(
        "Forms that are too long or broken are refused before anything is tried",
        arguments: [
            ("name=" + String(repeating: "x", count: 257), "limit.size"),
            ("password=" + String(repeating: "x", count: 9000), "limit.size"),
            ("name=a&name=b", "transport.duplicate-parameter"), ("request=x", "session.request-unknown"),
            ("name=%zz", "transport.percent-encoding"),
        ]
    )
    func broken(body: String, code: String) async throws {
        let stand = try await LoginStand()
        let reply = try await stand.send(.post, "/login", body: body, origin: Bridge.base, json: true)
        #expect(reply.code == code, "\(reply.text)")
    }
}
