import Foundation
import HTTPTypes
import Onboarding
import Server
import Storage
import TestSupport
import Testing
import XMLSecurity

@Suite("Requests to the administration API that are none")
struct AdministrationRequestTests {
    @Test("Without a token that holds nobody is told anything")
    func unproved() async throws {
        let stand = try await AdministrationStand()
        let stranger = OperatorToken(from: .openSSL).shownOnce
        for field in ["", "Bearer", "Bearer ", "Basic YTpi", "Bearer x", "Bearer " + stranger, stranger] {
            let headers = ["Authorization": field]
            let reply = try await stand.send(.get, "/api/v1/whitelist/live", as: nil, headers: headers)
            #expect(reply.status == 401 && reply.headers[.wwwAuthenticate] == "Bearer", "\(field)")
            #expect(reply.headers[.contentType] == "application/problem+json")
        }
        #expect(try await stand.send(.get, "/api/v1/whitelist/live", as: nil).code == "operator.token-missing")
        let wang = try await stand.operators.prove(stand.tokens["wang"], for: .administer, at: stand.bridge.clock.now)
        _ = try await stand.operators.make(.revoke(3, by: wang), token: nil, at: stand.bridge.clock.now)
        #expect(try await stand.send(.get, "/api/v1/operator", as: "li").code == "operator.token-revoked")
        stand.bridge.clock.advance(90 * 86_400)
        #expect(try await stand.send(.get, "/api/v1/operator", as: "sun").code == "operator.token-expired")
    }

    @Test("What is no address is 404, and what takes another method 405 with those that it takes")
    func addresses() async throws {
        let stand = try await AdministrationStand()
        let nothing = [
            "/api", "/api/", "/api/v1", "/api/v2/operator", "/api/v1/operator/", "/api/v1/whitelist/closed",
            "/api/v1/whitelist/live/", "/api/v1/whitelist/live/entries/", "/api/v1/whitelist/live/entries/0",
            "/api/v1/whitelist/live/entries/01", "/api/v1/whitelist/live/entries/x", "/api/v1/whitelist//entries",
            "/api/v1/whitelist/live/entries/99999999999999999999", "/api/v1/whitelist/live%2Fentries",
            "/api/v1/whitelist/live/revisions/9223372036854775807",
        ]
        for path in nothing {
            let reply = try await stand.send(.get, path)
            #expect(reply.status == 404, "\(path): \(reply.text)")
            #expect(reply.headers[.contentType] == "application/problem+json", "\(path)")
        }
        let others: [(HTTPRequest.Method, String, String)] = [
            (.put, "/api/v1/operator", "GET"), (.delete, "/api/v1/whitelist/live/entries/1", "GET"),
            (.put, "/api/v1/whitelist/live/entries", "GET, POST"), (.get, "/api/v1/whitelist/live/rollback", "POST"),
            (.head, "/api/v1/audit/records", "GET"), (.options, "/api/v1/associations", "GET"),
            (.get, "/api/v1/whitelist/live/entries/moves", "POST"),
        ]
        for (method, path, allowed) in others {
            let reply = try await stand.send(method, path)
            #expect(reply.status == 405 && reply.headers[.allow] == allowed, "\(method) \(path): \(reply.text)")
        }
        #expect(try await stand.post("/entries/1/erase").status == 404)
    }

    @Test("Parameters and members are known, once and of their form")
    func forms() async throws {
        let stand = try await AdministrationStand()
        let queries = [
            "limit=0", "limit=1001", "limit=x", "limit=1&limit=1", "kind=person", "state=gone", "cursor=%21",
            "cursor=", "unknown=1", "kind=%FF",
        ]
        for query in queries {
            let reply = try await stand.send(.get, "/api/v1/whitelist/live/entries?" + query)
            #expect(reply.status == 400 && reply.code == "request.parameter", "\(query)")
        }
        let bodies: [(String, Int)] = [
            ("", 400), ("[]", 400), ("{", 400), ("null", 400), (#"{"entries":[]}"#, 400), (#"{"entries":[7]}"#, 400),
            (#"{"entries":[{"kind":"account"}]}"#, 400), (#"{"entries":[{"kind":"account","subject":7}]}"#, 400),
            (#"{"entries":[{"kind":"account","subject":"a"}],"reason":true}"#, 400),
            (#"{"entries":[{"kind":"account","subject":"a"}],"as":"li"}"#, 400),
            (#"{"entries":[{"kind":"account","subject":"a","state":"active"}],"reason":"x"}"#, 400),
            (#"{"entries":[{"kind":"account","subject":"a b"}],"reason":"x"}"#, 422),
            (#"{"entries":[{"kind":"account","subject":"a","per_day":7}],"reason":"x"}"#, 422),
            (#"{"entries":[{"kind":"account","subject":"a"}],"reason":" "}"#, 422),
            (#"{"entries":[{"kind":"account","subject":"a"},{"kind":"account","subject":"a"}],"reason":"x"}"#, 409),
        ]
        for (body, status) in bodies {
            let reply = try await stand.post("/entries", as: "li", body, match: nil)
            #expect(reply.status == status, "\(body): \(reply.text)")
        }
        let deep = String(repeating: "[", count: 100_000)
        #expect(try await stand.post("/entries", as: "li", deep, match: nil).code == "request.malformed")
        let large = String(repeating: " ", count: 1 << 20) + "{}"
        #expect(try await stand.post("/entries", as: "li", large, match: nil).code == "request.too-large")
        let form = try await stand.send(
            .post,
            "/api/v1/whitelist/live/entries",
            as: "li",
            "{}",
            headers: ["Content-Type": "text/plain"]
        )
        #expect(form.status == 415)
        #expect(try await stand.bridge.whitelists.revision(in: .live) == 0)
    }

    @Test("The log names operators and addresses' templates, and neither tokens nor customers")
    func log() async throws {
        let stand = try await AdministrationStand()
        _ = try await stand.propose("customer-4711")
        _ = try await stand.send(.get, "/api/v1/audit/records?account=customer-4711")
        _ = try await stand.send(.get, "/api/v1/operator", as: nil, headers: ["Authorization": "Bearer dbop_secret"])
        _ = try await stand.post("/entries/1/approve", as: "sun")
        let said = stand.log.lines.joined(separator: "\n")
        #expect(said.contains("li") && said.contains("/api/v1/whitelist/{stage}/entries"), "\(said)")
        #expect(said.contains("sun") && said.contains("403"), "\(said)")
        #expect(!said.contains("customer-4711") && !said.contains("dbop_"))
    }
}
