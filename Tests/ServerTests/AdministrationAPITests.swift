import Foundation
import HTTPTypes
import IdentityProvider
import Onboarding
import Server
import Storage
import TestSupport
import Testing
import XMLSecurity

@Suite("The administration API does what the command line does, and as strictly")
struct AdministrationAPITests {
    @Test("An account goes its way by two persons, each step based on the last")
    func way() async throws {
        let stand = try await AdministrationStand()
        let proposed = try await stand.propose("customer-1")
        #expect(proposed.status == 201, "\(proposed.text)")
        var tag = try #require(try await stand.send(.get, "/api/v1/whitelist/live", as: "sun").headers[.eTag])
        #expect(tag == "\"live.1\"")
        let steps: [(move: String, by: String, approver: String?, status: Int, code: String?)] = [
            ("activate", "wang", nil, 409, "change.not-approved"), ("approve", "li", nil, 403, "operator.role"),
            ("approve", "sun", nil, 403, "operator.role"), ("approve", "mall", nil, 403, "operator.role"),
            ("approve", "wang", nil, 200, nil), ("activate", "li", nil, 403, "operator.role"),
            ("activate", "wang", nil, 200, nil), ("suspend", "li", nil, 200, nil),
            ("resume", "li", nil, 403, "change.approver-missing"), ("resume", "li", "sun", 403, "operator.role"),
            ("resume", "wang", "wang", 403, "change.own-approval"), ("resume", "li", "zhao", 200, nil),
            ("retire", "li", nil, 200, nil), ("retire", "li", nil, 409, "change.retired"),
        ]
        for step in steps {
            let reply = try await stand.post(
                "/entries/1/\(step.move)",
                as: step.by,
                match: tag,
                approver: step.approver
            )
            #expect(reply.status == step.status, "\(step): \(reply.text)")
            #expect(reply.code == step.code, "\(step)")
            if reply.status == 200 { tag = try #require(reply.headers[.eTag]) }
        }
        let revisions = try await stand.send(.get, "/api/v1/whitelist/live/revisions?limit=2", as: "sun")
        #expect(try revisions.items.map { $0["action"] as? String } == ["retire", "resume"])
        let approvers = try revisions.items[1]["approvers"] as? [[String: Any]]
        #expect(approvers?.map { $0["name"] as? String } == ["zhao"] && approvers?.first?["proved"] as? Bool == true)
        let next = try #require(try revisions.object["next"] as? String)
        let more = try await stand.send(.get, "/api/v1/whitelist/live/revisions?cursor=\(next)", as: "sun")
        #expect(try more.items.map { $0["revision"] as? Int } == [4, 3, 2, 1])
        let differences = try await stand.send(.get, "/api/v1/whitelist/live/revisions/4/differences")
        #expect(try (differences.items.first?["before"] as? [String: Any])?["state"] as? String == "active")
        let trail = try await stand.send(.get, "/api/v1/audit/records?kind=whitelist", as: "sun")
        #expect(try trail.items.map { $0["person"] as? String }.first == "li")
    }

    @Test(
        "A change that does not say what it is based on is 428, one that is based on an older revision 412 with the other's change"
    )
    func preconditions() async throws {
        let stand = try await AdministrationStand()
        _ = try await stand.propose("a", "b")
        #expect(try await stand.post("/entries/1/approve", match: nil).status == 428)
        #expect(try await stand.post("/entries/1/approve", match: "\"live.1\"").status == 200)
        let late = try await stand.post("/entries/2/approve", as: "zhao", match: "\"live.1\"")
        #expect(late.status == 412 && late.code == "change.conflict")
        #expect(try (late.object["detail"] as? String)?.contains("2: approve, wang") == true, "\(late.text)")
        let other = try await stand.post("/entries/2/approve", as: "zhao", match: "\"joint-debug.2\"")
        #expect(other.status == 412)
        for malformed in ["live.2", "\"live\"", "\"live.02\"", "W/\"live.2\"", "\"closed.2\"", "\"\""] {
            let reply = try await stand.post("/entries/2/approve", match: malformed)
            #expect(reply.status == 400 && reply.code == "request.header", "\(malformed)")
        }
        #expect(try await stand.post("/entries/2/approve", as: "zhao", match: "*").status == 200)
        let entry = try await stand.send(.get, "/api/v1/whitelist/live/entries/2")
        #expect(entry.headers[.eTag] == "\"live.3\"")
    }

    @Test("Several move together or not at all")
    func together() async throws {
        let stand = try await AdministrationStand()
        _ = try await stand.propose("a", "b")
        let wrong = try await stand.post("/entries/moves", #"{"move":"approve","ids":[1,2,9],"reason":"x"}"#)
        #expect(wrong.status == 404 && wrong.code == "change.unknown")
        let right = try await stand.post("/entries/moves", #"{"move":"approve","ids":[1,2],"reason":"x"}"#)
        #expect(try right.items.count == 2, "\(right.text)")
        let listed = try await stand.send(.get, "/api/v1/whitelist/live/entries?state=approved&limit=1")
        #expect(try listed.items.map { $0["subject"] as? String } == ["a"])
        let next = try #require(try listed.object["next"] as? String)
        let more = try await stand.send(.get, "/api/v1/whitelist/live/entries?state=approved&cursor=\(next)")
        #expect(try more.items.map { $0["subject"] as? String } == ["b"])
        #expect(try more.object["next"] == nil)
    }

    @Test("The same request with its key is answered again and done once; another one is refused")
    func idempotency() async throws {
        let stand = try await AdministrationStand()
        let body = #"{"entries":[{"kind":"account","subject":"a"}],"reason":"x"}"#
        let first = try await stand.post("/entries", as: "li", body, match: nil, key: "k-1")
        let again = try await stand.post("/entries", as: "li", body, match: nil, key: "k-1")
        #expect(first.status == 201 && again.status == 201 && first.body == again.body)
        let replayed = try #require(HTTPField.Name("Idempotency-Replayed"))
        #expect(first.headers[replayed] == nil && again.headers[replayed] == "true")
        let other = try await stand.post("/entries", as: "li", body + " ", match: nil, key: "k-1")
        #expect(other.status == 422 && other.code == "idempotency.another-request")
        let elsewhere = try await stand.post("/entries", as: "wang", body, match: nil, key: "k-1")
        #expect(elsewhere.status == 409 && elsewhere.code == "change.duplicate")
        // Of what was refused nothing is kept.
        let corrected = body.replacing("\"a\"", with: "\"b\"")
        #expect(try await stand.post("/entries", as: "wang", corrected, match: nil, key: "k-1").status == 201)
        stand.bridge.clock.advance(86_400)
        #expect(try await stand.post("/entries", as: "li", body, match: nil, key: "k-1").code == "change.duplicate")
        for key in ["", "a b", String(repeating: "k", count: 129), "ü"] {
            #expect(try await stand.post("/entries", as: "li", body, match: nil, key: key).status == 400, "\(key)")
        }
    }

    @Test("A portal enrols exact accounts and does nothing else")
    func enrolment() async throws {
        let stand = try await AdministrationStand()
        let accounts = #"{"accounts":["a-1","a-2"]}"#
        let early = try await stand.post("/enrol", as: "mall", accounts)
        #expect(early.status == 403 && early.code == "change.enrolment-missing", "\(early.text)")
        let terms = #"{"kind":"enrolment","subject":"mall","per_day":2,"valid_until":"2099-01-01T00:00:00Z"}"#
        let proposed = try await stand.post("/entries", as: "li", #"{"entries":[\#(terms)],"reason":"x"}"#, match: nil)
        #expect(proposed.status == 201, "\(proposed.text)")
        for name in ["wang", "zhao"] { #expect(try await stand.post("/entries/1/approve", as: name).status == 200) }
        #expect(try await stand.post("/entries/1/activate").status == 200)
        let enrolled = try await stand.post("/enrol", as: "mall", accounts, match: nil)
        #expect(enrolled.status == 200, "\(enrolled.text)")
        let after = try enrolled.items.compactMap { $0["after"] as? [String: Any] }
        #expect(after.map { $0["state"] as? String } == ["active", "active"])
        let approvals = after.first?["approvals"] as? [[String: Any]]
        #expect(approvals?.map { $0["name"] as? String } == ["wang", "zhao"])
        #expect(try await stand.post("/enrol", as: "mall", accounts).items.isEmpty)
        let spent = try await stand.post("/enrol", as: "mall", #"{"accounts":["a-3"]}"#)
        #expect(spent.status == 429 && spent.code == "change.enrolment-spent")
        let wide = try await stand.post("/enrol", as: "mall", #"{"accounts":["abcd*"]}"#)
        #expect(wide.status == 422 && wide.code == "change.enrolment-exact")
        for name in ["wang", "li", "sun"] {
            #expect(try await stand.post("/enrol", as: name, accounts).code == "operator.role")
        }
        #expect(try await stand.send(.get, "/api/v1/whitelist/live/entries", as: "mall").code == "operator.role")
        #expect(try await stand.send(.get, "/api/v1/operator", as: "mall").object["portal"] as? String == "mall")
    }

    @Test("A rollback is tried first, and needs a second person")
    func rollBack() async throws {
        let stand = try await AdministrationStand()
        _ = try await stand.propose("a")
        _ = try await stand.post("/entries/1/approve")
        let body = #"{"revision":1,"dry_run":true,"reason":"wrong"}"#
        #expect(try await stand.post("/rollback", as: "li", body).code == "change.approver-missing")
        let dry = try await stand.post("/rollback", as: "li", body, match: "\"live.2\"", approver: "zhao")
        #expect(try dry.items.count == 1 && dry.headers[.eTag] == "\"live.2\"", "\(dry.text)")
        let wet = body.replacing("true", with: "false")
        let done = try await stand.post("/rollback", as: "li", wet, match: "\"live.2\"", approver: "zhao")
        #expect(done.status == 200 && done.headers[.eTag] == "\"live.3\"", "\(done.text)")
        let entry = try await stand.send(.get, "/api/v1/whitelist/live/entries/1")
        #expect(try entry.object["state"] as? String == "proposed")
    }

    @Test("What somebody would get is told with its reason, in both languages")
    func check() async throws {
        let stand = try await AdministrationStand()
        let reply = try await stand.post("/check", as: "sun", #"{"account":"customer-1"}"#, match: nil)
        #expect(try reply.object["admitted"] as? Bool == false && reply.code == "whitelist.account")
        #expect(try (reply.object["message_zh"] as? String)?.contains("白名单") == true)
        #expect(try await stand.post("/check", as: "sun", "{}").code == "request.member")
        #expect(try await stand.post("/check", as: "sun", #"{"address":"host"}"#).code == "request.member")
    }

    @Test("SPs, chains and associations are read by who may look")
    func reading() async throws {
        let stand = try await AdministrationStand()
        let listed = try await stand.send(.get, "/api/v1/service-providers", as: "sun")
        let id = try #require(try listed.items.first?["id"] as? String)
        let one = try await stand.send(.get, "/api/v1/service-providers/\(id)", as: "sun")
        #expect(try one.object["entity_id"] as? String == stand.bridge.serviceProvider.entityID)
        #expect(try await stand.send(.get, "/api/v1/service-providers/0", as: "sun").status == 404)
        let chains = try await stand.send(.get, "/api/v1/audit/verification", as: "sun")
        #expect(try chains.items.map { $0["intact"] as? Bool } == [true, true])
        let stated = ["a", "b"].map { StatedAssociation(account: $0, state: .bound) }
        let now = stand.bridge.clock.now
        _ = try await stand.bridge.associations.state(
            stated,
            by: .sync,
            person: nil,
            reason: nil,
            at: now,
            dryRun: false
        )
        let page = try await stand.send(.get, "/api/v1/associations?limit=1", as: "sun")
        #expect(try page.items.map { $0["account"] as? String } == ["a"])
        let next = try #require(try page.object["next"] as? String)
        let more = try await stand.send(.get, "/api/v1/associations?cursor=\(next)", as: "sun")
        #expect(try more.items.map { $0["account"] as? String } == ["b"])
        for path in ["/api/v1/service-providers", "/api/v1/audit/verification", "/api/v1/associations"] {
            #expect(try await stand.send(.get, path, as: "mall").status == 403)
        }
    }

    @Test("Records come page by page, and what is written meanwhile does not move them")
    func records() async throws {
        let stand = try await AdministrationStand()
        let first = try await stand.send(.get, "/api/v1/audit/records?limit=2")
        #expect(try first.items.map { $0["subject"] as? String } == ["5 mall", "4 sun"])
        stand.bridge.clock.advance(1)
        _ = try await stand.propose("a")
        let next = try #require(try first.object["next"] as? String)
        let second = try await stand.send(.get, "/api/v1/audit/records?limit=2&cursor=\(next)")
        #expect(try second.items.map { $0["subject"] as? String } == ["3 li", "2 zhao"])
    }
}
