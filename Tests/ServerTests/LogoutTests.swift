import Foundation
import HTTPTypes
import IdentityProvider
import SAML
import Server
import TestSupport
import Testing
import XMLSecurity

@Suite("Single logout")
struct LogoutTests {
    @Test(
        "An SP's logout ends our session, asks every other SP in turn, and is answered with success",
        arguments: Binding.allCases
    )
    func byServiceProvider(binding: Binding) async throws {
        let stand = try await LogoutStand(binding)
        let cookies = try await stand.signOnEverywhere()
        let begun = try await stand.requestLogout(at: stand.sps[0], by: binding)

        let first = try stand.question(begun, to: stand.sps[1])
        #expect(first.sessionIndexes.count == 1)
        #expect(first.notOnOrAfter.map { $0 > stand.bridge.clock.now } == true)
        let second = try await stand.answer(first, of: stand.sps[1], relayState: stand.relayState(begun))
        let last = try stand.question(second, to: stand.sps[2])
        let ended = try await stand.answer(last, of: stand.sps[2], relayState: stand.relayState(second))

        let response = try stand.response(ended, to: stand.sps[0])
        #expect(response.status == .success)
        #expect(stand.relayState(ended) == "state of the SP")
        let after = try await stand.bridge.send(
            stand.sps[0].redirect(stand.request(stand.sps[0])),
            cookies: cookies,
            json: false
        )
        #expect(after.headers[.location]?.hasPrefix("https://mall.example/sign-in") == true)
    }

    @Test("An SP that refuses, cannot be asked, or answers with another key makes the logout a partial one")
    func partial() async throws {
        for fault in LogoutStand.Fault.allCases {
            let stand = try await LogoutStand(.httpRedirect, secondHasLogout: fault != .noEndpoint)
            _ = try await stand.signOnEverywhere()
            var reply = try await stand.requestLogout(at: stand.sps[0], by: .httpRedirect)
            if fault != .noEndpoint {
                let question = try stand.question(reply, to: stand.sps[1])
                reply = try await stand.answer(
                    question,
                    of: stand.sps[1],
                    relayState: stand.relayState(reply),
                    fault: fault
                )
            }
            let question = try stand.question(reply, to: stand.sps[2])
            reply = try await stand.answer(question, of: stand.sps[2], relayState: stand.relayState(reply))
            let response = try stand.response(reply, to: stand.sps[0])
            #expect(response.status == Status(.success, .partialLogout), "\(fault)")
        }
    }

    @Test("A logout for another name or another session index ends nothing; one without index ends all of the name")
    func selection() async throws {
        let stand = try await LogoutStand(.httpRedirect)
        let cookies = try await stand.signOnEverywhere()
        let mine = try #require(stand.participants.first { $0.serviceProvider == stand.sps[0].entityID })
        let foreign = try #require(stand.participants.first { $0.serviceProvider == stand.sps[1].entityID })
        for (name, indexes) in [(foreign.nameID, []), (mine.nameID, ["_other"]), (mine.nameID, [foreign.sessionIndex])]
        {
            let reply = try await stand.requestLogout(at: stand.sps[0], name: name, indexes: indexes)
            #expect(try stand.response(reply, to: stand.sps[0]).status == .success)
        }
        let still = try await stand.bridge.send(
            stand.sps[0].redirect(stand.request(stand.sps[0])),
            cookies: cookies,
            json: false
        )
        #expect(still.text.contains("SAMLResponse"))
        let all = try await stand.requestLogout(at: stand.sps[0], name: mine.nameID, indexes: [])
        _ = try stand.question(all, to: stand.sps[1])
    }

    @Test("Unsigned, replayed, foreign and misdirected logout messages end nothing")
    func refusals() async throws {
        let stand = try await LogoutStand(.httpRedirect)
        _ = try await stand.signOnEverywhere()
        let request = try stand.logoutRequest(stand.sps[0])
        let signed = try stand.message(request, signedBy: stand.sps[0].key)
        #expect(try await stand.send(try stand.message(request, signedBy: nil)).code == "signature.missing")
        #expect(
            try await stand.send(try stand.message(request, signedBy: stand.sps[1].key)).code
                == "signature.value-mismatch"
        )
        let elsewhere = try stand.logoutRequest(stand.sps[0], destination: Bridge.address)
        #expect(
            try await stand.send(try stand.message(elsewhere, signedBy: stand.sps[0].key)).code
                == "destination.mismatch"
        )
        #expect(try await stand.send(signed).status == 303)
        #expect(try await stand.send(signed).code == "replay.request")
        let answer = LogoutResponse(
            id: "_answer",
            issueInstant: stand.bridge.clock.now,
            issuer: stand.sps[1].entityID,
            destination: LogoutStand.address,
            inResponseTo: "_nothing",
            status: .success
        )
        let reply = try await stand.send(
            stand.message(answer, as: .response, relayState: "x", signedBy: stand.sps[1].key)
        )
        #expect(reply.code == "session.logout-unknown")
    }

    @Test("The portal ends a user's sessions: by the browser with the SPs, by its server without them")
    func byPortal() async throws {
        for isBrowser in [true, false] {
            let stand = try await LogoutStand(.httpRedirect)
            let cookies = try await stand.signOnEverywhere()
            let token = try "token=" + PortalToken(now: stand.bridge.clock.now).signed(by: stand.bridge.portalKey)
            let reply = try await stand.bridge.send(.post, "/sso/end", body: Array(token.utf8), json: !isBrowser)
            if isBrowser {
                _ = try stand.question(reply, to: stand.sps[0])
            } else {
                let told = try JSONDecoder().decode([String: [String]].self, from: Data(reply.body))
                #expect(told == ["ended": [], "not_ended": stand.sps.map(\.entityID).sorted()])
            }
            let after = try await stand.bridge.send(
                stand.sps[0].redirect(stand.request(stand.sps[0])),
                cookies: cookies
            )
            #expect(after.headers[.location]?.hasPrefix("https://mall.example/sign-in") == true)
        }
    }

    @Test("After the portal signed a user out, the next user's bookmark asks the portal and never answers as the first")
    func nextUser() async throws {
        let stand = try await LogoutStand(.httpRedirect)
        let cookies = try await stand.signOnEverywhere()
        _ = try await stand.bridge.hand(PortalToken(now: stand.bridge.clock.now), to: "/sso/end")
        let bookmark = try await stand.bridge.send(stand.sps[0].redirect(stand.request(stand.sps[0])), cookies: cookies)
        #expect(bookmark.status == 303)
        #expect(bookmark.headers[.location]?.hasPrefix("https://mall.example/sign-in") == true)
    }

    @Test("The customer's own button signs out, asks the SPs, and a page says what happened")
    func byCustomer() async throws {
        let stand = try await LogoutStand(.httpRedirect)
        let cookies = try await stand.signOnEverywhere()
        let page = try await stand.bridge.send(.get, "/saml/slo", cookies: cookies, json: false)
        #expect(page.text.contains("<button>Sign out</button>"))
        #expect(page.headers[.contentSecurityPolicy]?.contains("form-action 'self'") == true)
        var reply = try await stand.bridge.send(
            .post,
            "/saml/slo",
            body: Array("sign_out=".utf8),
            cookies: cookies,
            json: false
        )
        for sp in stand.sps {
            let question = try stand.question(reply, to: sp)
            reply = try await stand.answer(question, of: sp, relayState: stand.relayState(reply))
        }
        #expect(reply.status == 200)
        #expect(reply.text.contains("<h1>您已退出登录</h1>"))
        #expect(reply.text.contains("You are signed out"))
        for sp in stand.sps { #expect(reply.text.contains(sp.entityID)) }
    }

    @Test("A later sign-on of the same customer continues the session; another customer's does not")
    func continued() async throws {
        let stand = try await LogoutStand(.httpRedirect)
        var cookies = try await stand.signOn(stand.sps[0], cookies: [])
        stand.bridge.clock.advance(400)
        cookies = try await stand.signOn(stand.sps[1], cookies: cookies)
        let reply = try await stand.requestLogout(at: stand.sps[1], by: .httpRedirect)
        _ = try stand.question(reply, to: stand.sps[0])

        let other = try await LogoutStand(.httpRedirect)
        cookies = try await other.signOn(other.sps[0], cookies: [])
        cookies = try await other.signOn(other.sps[1], cookies: cookies, user: "user-2")
        let alone = try await other.requestLogout(at: other.sps[1], by: .httpRedirect)
        #expect(try other.response(alone, to: other.sps[1]).status == .success)
    }
}
