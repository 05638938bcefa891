import HTTPTypes
import IdentityProvider
import SAML
import Storage
import TestSupport
import Testing
import XMLSecurity

@Suite("The test directory signs in where no portal does")
struct LoginTests {
    private static let passwordOverTLS = "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"

    @Test("A request waits for name and password, is answered once, and the session answers the next one")
    func waiting() async throws {
        let stand = try await LoginStand()
        let page = try await stand.open()
        stand.bridge.clock.advance(30)
        let reply = try await stand.submit(page, json: false)
        let response = try stand.response(reply)
        for part in ["u-1", "a-1", Self.passwordOverTLS, "AuthnInstant=\"\(stand.bridge.clock.now.xsDateTime)\""] {
            #expect(response.contains(part), "\(response)")
        }
        #expect(reply.cookies.contains { $0.hasPrefix("__Host-drawbridge-session=") })
        #expect(try await stand.submit(page).code == "session.request-unknown")

        let next = stand.local.request(id: stand.fresh, to: Bridge.address, at: stand.bridge.clock.now)
        let again = try await stand.bridge.send(stand.local.redirect(next), cookies: reply.cookies, json: false)
        #expect(try stand.response(again).contains("a-1"))
        #expect(try await stand.bridge.archive.records(Self.query(.testSignIn)).count == 1)
    }

    private static func query(_ kind: AuditKind) -> AuditQuery {
        var query = AuditQuery()
        query.kind = kind
        return query
    }

    @Test("A portal that is registered wins, unless the directory is preferred")
    func portalWins() async throws {
        let stand = try await LoginStand(isPreferred: false)
        let request = stand.local.request(id: stand.fresh, to: Bridge.address, at: stand.bridge.clock.now)
        let reply = try await stand.bridge.send(stand.local.redirect(request))
        #expect(reply.headers[.location]?.hasPrefix("https://mall.example/sign-in?request=") == true)
        #expect(try await stand.send(.get, "/login").status == 200, "it is open all the same")
    }

    @Test("Without a request the customer goes on to HUAWEI CLOUD, and no form-action stands in the way")
    func alone() async throws {
        let stand = try await LoginStand()
        let page = try await stand.openAlone()
        #expect(page.reply.headers[.contentSecurityPolicy]?.contains("form-action") == false)
        let reply = try await stand.submit(page, json: false)
        #expect(reply.status == 303)
        let location = try #require(reply.headers[.location])
        #expect(location.hasPrefix("https://auth.huaweicloud.com/authui/saml/login?"))
        #expect(location.contains("isFirstLogin=true"))
    }

    @Test("A second account while the first is under way is asked about, as behind a portal")
    func choice() async throws {
        let stand = try await LoginStand()
        let first = try await stand.submit(stand.openAlone(), json: false)
        var page = try await stand.openAlone()
        page.cookies += first.cookies
        let reply = try await stand.submit(page, name: "lilei", json: false)
        #expect(reply.status == 200 && reply.text.contains("Which account?"), "\(reply.text)")
        #expect(reply.headers[.contentSecurityPolicy]?.contains("form-action") == false)
    }

    @Test("ForceAuthn asks for the password again, and IsPassive never shows the page")
    func force() async throws {
        let stand = try await LoginStand()
        let first = try await stand.submit(stand.open(), json: false)
        stand.bridge.clock.advance(60)
        let forced = try await stand.open(Self.request(stand, forceAuthn: true), cookies: first.cookies)
        stand.bridge.clock.advance(5)
        let reply = try await stand.submit(forced, json: false)
        let instant = stand.bridge.clock.now.xsDateTime
        #expect(try stand.response(reply).contains("AuthnInstant=\"\(instant)\""))

        let passive = Self.request(stand, isPassive: true)
        let answer = try await stand.bridge.send(stand.local.redirect(passive), json: false)
        #expect(try stand.response(answer).contains("status:NoPassive"))
    }

    private static func request(_ stand: LoginStand, forceAuthn: Bool = false, isPassive: Bool = false)
        -> AuthnRequest
    {
        AuthnRequest(
            id: stand.fresh,
            issueInstant: stand.bridge.clock.now,
            issuer: stand.local.entityID,
            destination: Bridge.address,
            assertionConsumerServiceURL: stand.local.assertionConsumerService,
            forceAuthn: forceAuthn,
            isPassive: isPassive,
            nameIDPolicy: NameIDPolicy(format: NameIDFormat.transient)
        )
    }

    @Test("The request is for the browser that it began in, whoever knows the password")
    func otherBrowser() async throws {
        let stand = try await LoginStand()
        let request = try #require(await stand.open().request)
        #expect(try await stand.send(.get, "/login?request=" + request, json: true).code == "session.other-browser")
        var foreign = try await stand.openAlone()
        foreign.request = request
        #expect(try await stand.submit(foreign).code == "session.other-browser")
        stand.bridge.clock.advance(601)
        #expect(try await stand.send(.get, "/login?request=" + request, json: true).code == "session.request-unknown")
        #expect(try await stand.send(.get, "/login?request=x", json: true).code == "session.request-unknown")
    }

    @Test("The page is in both languages, fits a telephone, has no script, and lets nobody frame it")
    func page() async throws {
        let stand = try await LoginStand()
        let page = try await stand.open()
        for part in [
            "<html lang=\"en\">", "lang=\"zh-CN\"", "Sign in with a test user", "使用测试用户登录", "width=device-width",
            "autocomplete=\"current-password\"", "type=\"password\"",
        ] {
            #expect(page.reply.text.contains(part), "\(part)")
        }
        #expect(!page.reply.text.contains("<script") && !page.reply.text.contains("{{"))
        let headers = page.reply.headers
        let policy = try #require(headers[.contentSecurityPolicy])
        for part in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"] {
            #expect(policy.contains(part), "\(policy)")
        }
        let style = try #require(page.reply.text.split(separator: "<style>").last?.split(separator: "</style>").first)
        #expect(policy.contains(Base64.encode(Digest.sha256(Array(style.utf8)))))
        #expect(headers[.cacheControl]?.contains("no-store") == true)
        // With `no-referrer` a browser would send `Origin: null` with the form.
        #expect(HTTPField.Name("Referrer-Policy").flatMap { headers[$0] } == "same-origin")
        let cookie = try #require(headers[values: .setCookie].first)
        for part in ["__Host-", "HttpOnly", "Secure", "SameSite=Lax", "Path=/"] { #expect(cookie.contains(part)) }
    }
}
