import IdentityProvider
import Onboarding
import Testing
import XMLSecurity

/// What every store of operators must do.
enum OperatorStoreConformance: String, CaseIterable, Sendable {
    case first = "The first is made once, also when two try at the same moment"
    case token = "Whom a token stands for is found by its digest alone"
    case refused = "What the rule refuses leaves nothing behind"
    case revoked = "What was revoked is still there, says when, and no longer proves anybody"
    case trail = "Every change stands in the trail with its person, and no token does"

    func check(_ store: any OperatorStore, _ trail: any AuditTrail) async throws {
        switch self {
        case .first: try await Self.first(store)
        case .token: try await Self.token(store)
        case .refused: try await Self.refused(store, trail)
        case .revoked: try await Self.revoked(store)
        case .trail: try await Self.trail(store, trail)
        }
    }

    private static func beginning(_ name: String = "wang") throws -> OperatorChange {
        .addFirst(try OperatorDraft(name, .approver, days: 90), by: "root")
    }

    @discardableResult
    private static func add(_ store: any OperatorStore, _ change: OperatorChange) async throws -> OperatorToken {
        let token = OperatorToken(from: .openSSL)
        _ = try await store.make(change, token: token.digest, at: Sample.now)
        return token
    }

    private static func first(_ store: any OperatorStore) async throws {
        #expect(try await store.operators().isEmpty)
        let refusals = await withTaskGroup(of: OperatorRefusal?.self) { group in
            for name in ["wang", "zhao"] {
                group.addTask {
                    do {
                        try await add(store, beginning(name))
                        return nil
                    } catch {
                        return error as? OperatorRefusal
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(refusals.compactMap(\.?.reason) == [.notFirst])
        #expect(try await store.operators().count == 1)
    }

    private static func token(_ store: any OperatorStore) async throws {
        let token = try await add(store, beginning())
        let wang = try #require(try await store.operator(holding: token.digest))
        #expect(wang.name == "wang" && wang.role == .approver && wang.addedBy == "root")
        #expect(wang.since == Sample.now && wang.until == Sample.now.adding(seconds: 90 * 86_400))
        let portal = try OperatorDraft("mall-program", .portal, portal: "mall", days: 1)
        let other = try await add(store, .add(portal, by: wang))
        #expect(try await store.operator(holding: other.digest)?.portal == "mall")
        #expect(try await store.operator(holding: OperatorToken(from: .openSSL).digest) == nil)
        #expect(try await store.prove(token, for: .administer, at: Sample.now) == wang)
        await #expect(throws: OperatorRefusal(.missing, "")) {
            try await store.prove(nil, for: nil, at: Sample.now)
        }
        await #expect(throws: OperatorRefusal(.stranger, "")) {
            try await store.prove(OperatorToken(from: .openSSL), for: nil, at: Sample.now)
        }
        await #expect(throws: OperatorRefusal(.expired, "wang")) {
            try await store.prove(token, for: nil, at: wang.until)
        }
    }

    private static func refused(_ store: any OperatorStore, _ trail: any AuditTrail) async throws {
        let wang = try await store.prove(add(store, beginning()), for: nil, at: Sample.now)
        let draft = try OperatorDraft("wang", .viewer, days: 1)
        await #expect(throws: OperatorRefusal(.taken, "wang")) { try await add(store, .add(draft, by: wang)) }
        await #expect(throws: OperatorRefusal(.lastApprover, "wang")) {
            try await store.make(.revoke(wang.id, by: wang), token: nil, at: Sample.now)
        }
        #expect(try await store.operators() == [wang])
        #expect(try await trail.entries(since: Sample.now, limit: 10).count == 1)
    }

    private static func revoked(_ store: any OperatorStore) async throws {
        let token = try await add(store, beginning())
        let wang = try await store.prove(token, for: nil, at: Sample.now)
        let other = try await add(store, .add(OperatorDraft("zhao", .approver, days: 1), by: wang))
        let zhao = try await store.prove(other, for: nil, at: Sample.now)
        let after = try await store.make(.revoke(wang.id, by: zhao), token: nil, at: Sample.now)
        #expect(after.revoked == Sample.now)
        #expect(try await store.operators() == [after, zhao])
        await #expect(throws: OperatorRefusal(.revoked, "wang")) {
            try await store.prove(token, for: nil, at: Sample.now)
        }
        await #expect(throws: OperatorRefusal(.notFirst, "")) { try await add(store, beginning("li")) }
    }

    private static func trail(_ store: any OperatorStore, _ trail: any AuditTrail) async throws {
        let token = try await add(store, beginning())
        let wang = try await store.prove(token, for: nil, at: Sample.now)
        let other = try await add(store, .add(OperatorDraft("li", .editor, days: 2), by: wang))
        _ = try await store.make(.revoke(2, by: wang), token: nil, at: Sample.now)
        let entries = try await trail.entries(since: Sample.now, limit: 10)
        #expect(entries.map(\.kind) == [.operators, .operators, .operators])
        #expect(entries.map(\.subject) == ["1 wang", "2 li", "2 li"])
        #expect(entries.map(\.person) == ["root", "wang", "wang"])
        #expect(entries.last?.action == "revoked")
        let said = "\(entries)"
        for secret in [token, other] {
            #expect(!said.contains(secret.shownOnce) && !said.contains(Hexadecimal.encode(secret.digest)))
        }
    }
}
