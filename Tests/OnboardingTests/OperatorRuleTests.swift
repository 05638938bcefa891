import Onboarding
import SAML
import Testing
import XMLSecurity

@Suite("Operators may do what their role says, and tokens prove them")
struct OperatorRuleTests {
    private static let now = Instant(seconds: 1_795_000_000)

    private static func one(
        _ id: Int64,
        _ name: String,
        _ role: OperatorRole,
        until: Int64 = 1,
        portal: String? = nil,
        revoked: Bool = false
    ) -> Operator {
        Operator(
            id: id,
            name: name,
            role: role,
            portal: portal,
            since: now,
            until: now.adding(seconds: until),
            addedBy: "root",
            revoked: revoked ? now : nil
        )
    }

    private static func refusal(_ body: () throws -> Void) -> OperatorRefusal.Reason? {
        do {
            try body()
            return nil
        } catch {
            return (error as? OperatorRefusal)?.reason
        }
    }

    private static func rights(of role: OperatorRole) -> Set<OperatorRight> {
        switch role {
        case .viewer: [.look]
        case .editor: [.look, .narrow]
        case .approver: [.look, .narrow, .widen, .administer]
        case .portal: [.enrol]
        }
    }

    @Test("Each role has its rights and no other", arguments: OperatorRole.allCases, OperatorRight.allCases)
    func rights(role: OperatorRole, right: OperatorRight) {
        let refused = Self.refusal { try OperatorRule.require(Self.one(1, "li", role), right, at: Self.now) }
        #expect(refused == (Self.rights(of: role).contains(right) ? nil : .role))
    }

    @Test("A token that is over or revoked allows nothing, not even to look")
    func holding() {
        let over = Self.one(1, "li", .approver, until: 0)
        let revoked = Self.one(1, "li", .approver, revoked: true)
        #expect(Self.refusal { try OperatorRule.require(over, .look, at: Self.now) } == .expired)
        #expect(Self.refusal { try OperatorRule.require(revoked, nil, at: Self.now) } == .revoked)
    }

    /// Operations of the whitelist, with the roles that may ask for them.
    private static let operations: [(WhitelistOperation, Set<OperatorRole>)] = [
        (.propose([]), [.editor, .approver]), (.move(.approve, [1]), [.approver]), (.move(.activate, [1]), [.approver]),
        (.move(.suspend, [1]), [.editor, .approver]), (.move(.retire, [1]), [.editor, .approver]),
        (.move(.resume, [1]), [.editor, .approver]), (.take([]), [.editor, .approver]),
        (.rollBack(to: 1), [.editor, .approver]),
    ]

    @Test("Editors propose and narrow, approvers approve and widen", arguments: OperatorRole.allCases)
    func changes(role: OperatorRole) {
        for (operation, roles) in Self.operations {
            let refused = Self.refusal {
                let approvers = operation.needsApprover ? [Self.one(2, "wang", .approver)] : []
                let change = try OperatorAuthority.change(
                    operation,
                    by: Self.one(1, "li", role),
                    approvedBy: approvers,
                    systemUser: "root",
                    reason: "why",
                    at: Self.now,
                    seen: 7
                )
                #expect(change.author == (try? WhitelistPerson("li", isProved: true, systemUser: "root")))
                #expect(change.approvers.map(\.name) == approvers.map(\.name) && change.seen == 7)
            }
            #expect(refused == (roles.contains(role) ? nil : .role), "\(operation.action)")
        }
    }

    @Test("Only an approver agrees to what another asks for", arguments: OperatorRole.allCases)
    func agreeing(role: OperatorRole) {
        let refused = Self.refusal {
            _ = try OperatorAuthority.change(
                .move(.resume, [1]),
                by: Self.one(1, "li", .editor),
                approvedBy: [Self.one(2, "wang", role)],
                reason: "why",
                at: Self.now
            )
        }
        #expect(refused == (role == .approver ? nil : .role))
    }

    @Test("The first is made once, as an approver, and others by an approver")
    func adding() throws {
        let rule = OperatorRule([], at: Self.now)
        let draft = try OperatorDraft("wang", .approver, days: 1)
        let wang = try rule.judge(.addFirst(draft, by: "root"))
        #expect(wang.id == 1 && wang.addedBy == "root" && wang.until == Self.now.adding(seconds: 86_400))
        let editor = try OperatorDraft("li", .editor, days: 1)
        #expect(Self.refusal { _ = try rule.judge(.addFirst(editor, by: "root")) } == .firstRole)
        let later = OperatorRule([Self.one(1, "wang", .approver, revoked: true)], at: Self.now)
        #expect(Self.refusal { _ = try later.judge(.addFirst(draft, by: "root")) } == .notFirst)
        let next = OperatorRule([wang], at: Self.now)
        let li = try next.judge(.add(editor, by: wang))
        #expect(li.id == 2 && li.role == .editor && li.addedBy == "wang")
        #expect(Self.refusal { _ = try next.judge(.add(draft, by: li)) } == .role)
    }

    @Test("A name has one role; two tokens of one person overlap while one takes the other's place")
    func names() throws {
        let wang = Self.one(1, "wang", .approver)
        let rule = OperatorRule([wang, Self.one(2, "li", .editor, until: 0)], at: Self.now)
        #expect(try rule.judge(.add(OperatorDraft("WANG", .approver, days: 1), by: wang)).id == 3)
        let other = try OperatorDraft("Wang", .editor, days: 1)
        #expect(Self.refusal { _ = try rule.judge(.add(other, by: wang)) } == .taken)
        #expect(try rule.judge(.add(OperatorDraft("li", .viewer, days: 1), by: wang)).role == .viewer)
    }

    @Test("An approver revokes anybody but the last approver; others only themselves")
    func revoking() throws {
        let (wang, zhao, li) = (
            Self.one(1, "wang", .approver), Self.one(2, "zhao", .approver), Self.one(3, "li", .editor)
        )
        let rule = OperatorRule([wang, zhao, li], at: Self.now)
        #expect(try rule.judge(.revoke(3, by: wang)).revoked == Self.now)
        #expect(try rule.judge(.revoke(2, by: wang)).revoked == Self.now)
        #expect(try rule.judge(.revoke(3, by: li)).revoked == Self.now)
        #expect(Self.refusal { _ = try rule.judge(.revoke(1, by: li)) } == .role)
        #expect(Self.refusal { _ = try rule.judge(.revoke(9, by: wang)) } == .unknown)
        let alone = OperatorRule([wang, Self.one(2, "zhao", .approver, until: 0), li], at: Self.now)
        #expect(Self.refusal { _ = try alone.judge(.revoke(1, by: wang)) } == .lastApprover)
        #expect(try alone.judge(.revoke(2, by: wang)).revoked == Self.now)
        let twice = OperatorRule([wang, Self.one(2, "li", .editor, revoked: true)], at: Self.now)
        #expect(Self.refusal { _ = try twice.judge(.revoke(2, by: wang)) } == .revoked)
    }

    @Test("What cannot be an operator is refused by name")
    func drafts() {
        let cases: [(String, OperatorRole, String?, Int64, OperatorRefusal.Reason?)] = [
            ("li", .editor, nil, 1, nil), ("li", .portal, "mall", 366, nil), ("", .editor, nil, 1, .name),
            ("a b", .editor, nil, 1, .name), (String(repeating: "x", count: 65), .editor, nil, 1, .name),
            ("li", .editor, "mall", 1, .portal), ("li", .portal, nil, 1, .portal), ("li", .portal, "a b", 1, .portal),
            ("li", .editor, nil, 0, .days), ("li", .editor, nil, 367, .days),
        ]
        for (name, role, portal, days, reason) in cases {
            #expect(Self.refusal { _ = try OperatorDraft(name, role, portal: portal, days: days) } == reason)
        }
    }

    @Test("A token is 256 bits behind its beginning, and does not print itself")
    func tokens() throws {
        let token = OperatorToken(from: .openSSL)
        let text = token.shownOnce
        #expect(text.hasPrefix("dbop_") && text.utf8.count == 48)
        #expect(try #require(OperatorToken(text)).digest == token.digest)
        #expect(!"\(token)".contains(text) && !String(reflecting: token).contains(text))
        for wrong in ["", "dbop_", String(text.dropLast()), String(text.dropFirst(5)), text + "A", "dbop_ " + text] {
            #expect(OperatorToken(wrong) == nil)
        }
    }

    @Test("Every kind of refusal has a code of its own and both languages")
    func reasons() {
        let all = OperatorRefusal.Reason.all
        #expect(Set(all.map(\.code)).count == all.count)
        for reason in all {
            for text in [reason.message, reason.hint] { #expect(!text.en.isEmpty && !text.zh.isEmpty) }
            #expect(OperatorRefusal(reason, "").message.en.contains(reason.hint.en))
            #expect(OperatorRefusal(reason, "li").message.zh.hasPrefix("li："))
        }
    }
}
