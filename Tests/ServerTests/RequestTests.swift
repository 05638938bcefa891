import Foundation
import HTTPTypes
import Onboarding
import SAML
import Server
import Storage
import TestSupport
import Testing
import XMLSecurity

@Suite("AuthnRequests over HTTP")
struct RequestTests {
    @Test("A hostile request is refused with its own code, and nothing is signed", arguments: HostileRequest.all)
    func hostile(request: HostileRequest) async throws {
        let bridge = try await Bridge()
        let reply = try await bridge.send(request.make(bridge))
        #expect(reply.code == request.code)
        #expect(reply.status == request.status)
        #expect(!reply.text.contains("name=\"SAMLResponse\""))
        #expect(try await bridge.ledger.entries(since: Instant(seconds: 0), limit: 1).isEmpty)
    }

    @Test("A request that was sent already is refused, whatever became of the first")
    func replay() async throws {
        let bridge = try await Bridge()
        let message = try bridge.serviceProvider.redirect(bridge.request())
        #expect(try await bridge.send(message).status == 303)
        #expect(try await bridge.send(message).code == "replay.request")
        bridge.clock.advance(480)
        #expect(try await bridge.send(message).code == "time.stale")
    }

    @Test(
        "The octets that were signed are the octets that are verified, however they are escaped",
        arguments: ["lower", "needless", "space as %20", "no RelayState", "empty RelayState", "SigAlg in capitals"]
    )
    func escapes(kind: String) async throws {
        let bridge = try await Bridge()
        let key = bridge.serviceProvider.key
        var writer = CanonicalWriter()
        bridge.request().write(to: &writer)
        let message = PercentEncoding.encode(Base64.encode(Deflate.deflate(try writer.finish())), .lower)
        let algorithm = PercentEncoding.encode(key.algorithm.rawValue, .lower)
        let signed =
            switch kind {
            case "needless": "SAMLRequest=\(message)&RelayState=%72%65lay&SigAlg=\(algorithm)"
            case "space as %20": "SAMLRequest=\(message)&RelayState=a%20b&SigAlg=\(algorithm)"
            case "no RelayState": "SAMLRequest=\(message)&SigAlg=\(algorithm)"
            case "empty RelayState": "SAMLRequest=\(message)&RelayState=&SigAlg=\(algorithm)"
            case "SigAlg in capitals": "SAMLRequest=\(message)&RelayState=r&SigAlg=\(algorithm.uppercased())"
            default: "SAMLRequest=\(message)&RelayState=%e4%bd%a0&SigAlg=\(algorithm)"
            }
        let signature = Base64.encode(try key.privateKey.sign(Array(signed.utf8), with: key.algorithm))
        let reply = try await bridge.send(
            .redirect(query: Array((signed + "&Signature=" + PercentEncoding.encode(signature)).utf8))
        )
        #expect(reply.status == 303, "\(reply.text)")
    }

    @Test("A body that is no form, or has no end, is refused")
    func bodies() async throws {
        let bridge = try await Bridge()
        let json = try await bridge.send(.post, "/saml/sso", body: Array("{}".utf8), type: "application/json")
        #expect(json.code == "transport.form")
        let large = try await bridge.send(.post, "/saml/sso", body: Array(repeating: 0x41, count: 300_000))
        #expect(large.code == "limit.size")
    }

    @Test("A page for people is bilingual, names the code, and runs nothing")
    func page() async throws {
        let bridge = try await Bridge()
        let reply = try await bridge.send(.get, "/saml/sso", json: false)
        #expect(reply.status == 400)
        #expect(reply.text.contains("transport.message-missing"))
        #expect(reply.text.contains("SAMLRequest") && reply.text.contains("门户"))
        #expect(!reply.text.contains("<script"))
        #expect(reply.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
        #expect(reply.headers[.cacheControl] == "no-cache, no-store")
    }

    @Test("Metadata is served with a validator")
    func metadata() async throws {
        let bridge = try await Bridge()
        let reply = try await bridge.send(.get, "/saml/metadata")
        #expect(reply.headers[.contentType] == "application/samlmetadata+xml")
        #expect(reply.body == bridge.services.metadata)
        #expect(reply.headers[.eTag] != nil)
        let head = try await bridge.send(.head, "/saml/metadata")
        #expect(head.status == 200)
        #expect(head.headers[.eTag] == reply.headers[.eTag])
        #expect(head.body.isEmpty)
        #expect(try await bridge.send(.head, "/readyz").status == 200)
        #expect(try await bridge.send(.head, "/saml/sso?SAMLRequest=x").status == 404)
        #expect(try await bridge.send(.get, "/healthz").text == "ok\n")
        #expect(try await bridge.send(.get, "/readyz").text == "ready\n")
        try await bridge.stage.change(to: .closed, at: bridge.clock.now, by: "test", reason: "test")
        #expect(try await bridge.send(.get, "/readyz").status == 503)
        #expect(try await bridge.send(bridge.serviceProvider.redirect(bridge.request())).code == "session.closed")
    }
}
