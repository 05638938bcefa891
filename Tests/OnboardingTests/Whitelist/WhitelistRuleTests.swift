import Onboarding
import SAML
import Testing
import XMLSecurity

@Suite("The whitelist changes only by what two persons or caution allow")
struct WhitelistRuleTests {
    static func account(_ text: String) throws -> WhitelistSubject { .account(try AccountPattern(text)) }

    private static func refusal(_ body: () throws -> Void) -> WhitelistRefusal.Reason? {
        do {
            try body()
            return nil
        } catch {
            return (error as? WhitelistRefusal)?.reason
        }
    }

    /// A book with one entry in a state.
    private static func book(_ state: WhitelistState, _ stage: Stage = .live) throws -> WhitelistBook {
        var book = WhitelistBook(stage)
        try book.make(.propose([WhitelistDraft(try account("account-1"))]))
        if state != .proposed { try book.make(WhitelistBook.change(.move(.approve, [1]), by: "wang")) }
        if [.active, .suspended, .retired].contains(state) { try book.make(.move(.activate, [1])) }
        if state == .suspended { try book.make(.move(.suspend, [1])) }
        if state == .retired { try book.make(.move(.retire, [1])) }
        return book
    }

    /// What each move makes of each state; what is not here is refused with this reason.
    private static let moves: [(WhitelistMove, WhitelistRefusal.Reason, [WhitelistState: WhitelistState])] = [
        (.approve, .notProposed, [.proposed: .approved]), (.activate, .notApproved, [.approved: .active]),
        (.suspend, .notActive, [.active: .suspended]), (.resume, .notSuspended, [.suspended: .active]),
        (
            .retire, .retired,
            [.proposed: .retired, .approved: .retired, .active: .retired, .suspended: .retired]
        ),
    ]

    @Test(
        "Each move is allowed from its own states and refused by name from others",
        arguments: WhitelistState.allCases
    )
    func move(state: WhitelistState) throws {
        for (move, reason, allowed) in Self.moves {
            var book = try Self.book(state)
            let change = try WhitelistBook.change(
                .move(move, [1]),
                by: "zhao",
                approvedBy: move == .resume ? [WhitelistBook.person("wang")] : []
            )
            let refused = Self.refusal { try book.make(change) }
            #expect(refused == (allowed[state] != nil ? nil : state == .retired ? .retired : reason), "\(move)")
            #expect(book.entry(1)?.state == allowed[state] ?? state)
        }
    }

    @Test("Nobody approves what they wrote, under any spelling of their name", arguments: ["li", "LI", "Li"])
    func ownApproval(name: String) throws {
        var book = try Self.book(.proposed)
        #expect(
            Self.refusal { try book.make(WhitelistBook.change(.move(.approve, [1]), by: name)) } == .ownApproval
        )
        #expect(book.entry(1)?.state == .proposed)
    }

    @Test("What widens needs somebody else; what narrows does not")
    func widening() throws {
        var book = try Self.book(.suspended)
        let alone = try WhitelistBook.change(.move(.resume, [1]), by: "wang")
        #expect(Self.refusal { try book.make(alone) } == .approverMissing)
        let own = try WhitelistBook.change(.move(.resume, [1]), by: "wang", approvedBy: [WhitelistBook.person("wang")])
        #expect(Self.refusal { try book.make(own) } == .ownApproval)
        for operation in [WhitelistOperation.rollBack(to: 1), .take([WhitelistDraft(try Self.account("b"))])] {
            let alone = try WhitelistBook.change(operation, by: "wang")
            #expect(Self.refusal { try book.make(alone) } == .approverMissing)
        }
        try book.make(.move(.resume, [1]))
        try book.make(WhitelistBook.change(.move(.suspend, [1]), by: "li"))
        #expect(book.entry(1)?.state == .suspended)
    }

    @Test("In live a person is proved and says why; in joint debugging a label is enough")
    func proof() throws {
        let label = try WhitelistPerson("li", isProved: false, systemUser: "root")
        let proposal = WhitelistOperation.propose([WhitelistDraft(try Self.account("account-1"))])
        for (stage, person, reason, expected) in [
            (Stage.live, label, "why", WhitelistRefusal.Reason.unproved),
            (.live, try WhitelistBook.person("li"), "  ", .reasonMissing), (.jointDebug, label, "", nil),
        ] as [(Stage, WhitelistPerson, String, WhitelistRefusal.Reason?)] {
            var book = WhitelistBook(stage)
            let change = WhitelistChange(proposal, by: person, reason: reason, at: WhitelistBook.now)
            #expect(Self.refusal { try book.make(change) } == expected)
        }
        var closed = WhitelistBook(.closed)
        #expect(Self.refusal { try closed.make(proposal) } == .closed)
    }

    @Test("Two names of one user of a machine stand out")
    func systemUser() throws {
        var book = WhitelistBook(.jointDebug)
        let li = try WhitelistPerson("li", isProved: false, systemUser: "ops")
        let proposal = WhitelistOperation.propose([WhitelistDraft(try Self.account("account-1"))])
        try book.make(WhitelistChange(proposal, by: li, reason: "", at: WhitelistBook.now))
        let wang = try WhitelistPerson("wang", isProved: false, systemUser: "ops")
        try book.make(WhitelistChange(.move(.approve, [1]), by: wang, reason: "", at: WhitelistBook.now))
        #expect(book.entry(1)?.sharesSystemUser == true)
        #expect(try Self.book(.approved).entry(1)?.sharesSystemUser == false)
    }

    @Test("A portal that enrols, and an SP for all accounts in live, need two approvals")
    func twoApprovals() throws {
        let until = try Validity(from: nil, until: WhitelistBook.now.adding(seconds: 86_400))
        let all = try WhitelistedProvider(
            "https://sp.example/",
            assertionConsumerServices: ["https://sp.example/acs"],
            certificates: [String(repeating: "ab", count: 32)],
            accounts: .all
        )
        for subject in [WhitelistSubject.enrolment(try PortalEnrolment("mall", perDay: 10)), .serviceProvider(all)] {
            var book = WhitelistBook(.live)
            try book.make(.propose([WhitelistDraft(subject, validity: until)]))
            try book.make(WhitelistBook.change(.move(.approve, [1]), by: "wang"))
            #expect(book.entry(1)?.state == .proposed)
            #expect(Self.refusal { try book.make(.move(.activate, [1])) } == .notApproved)
            #expect(
                Self.refusal { try book.make(WhitelistBook.change(.move(.approve, [1]), by: "wang")) } == .ownApproval
            )
            try book.make(WhitelistBook.change(.move(.approve, [1]), by: "zhao"))
            #expect(book.entry(1)?.state == .approved)
            var other = WhitelistBook(.live)
            #expect(Self.refusal { try other.make(.propose([WhitelistDraft(subject)])) } == .endMissing)
            let file = WhitelistOperation.take([WhitelistDraft(subject, validity: until, state: .active)])
            #expect(Self.refusal { try other.make(file) } == .approverMissing)
        }
    }

    @Test("Who looked at an older revision is told what another did since")
    func conflict() throws {
        var book = try Self.book(.proposed)
        try book.make(WhitelistBook.change(.move(.approve, [1]), by: "wang", seen: 1))
        let late = try WhitelistBook.change(.move(.retire, [1]), by: "zhao", seen: 1)
        do {
            try book.make(late)
            Issue.record("taken")
        } catch let refusal as WhitelistRefusal {
            #expect(refusal.reason == .conflict)
            #expect(refusal.found == "2: approve, wang, 2026-11-18T11:06:40.000Z, a reason")
        }
        #expect(book.entry(1)?.state == .approved)
    }

    @Test("A subject stands once; what is retired makes room")
    func duplicates() throws {
        var book = try Self.book(.active)
        let again = WhitelistOperation.propose([WhitelistDraft(try Self.account("account-1"), line: 7)])
        #expect(Self.refusal { try book.make(again) } == .duplicate)
        let twice = [WhitelistDraft(try Self.account("b")), WhitelistDraft(try Self.account("b"), line: 3)]
        #expect(Self.refusal { try book.make(.propose(twice)) } == .duplicate)
        #expect(Self.refusal { try book.make(.propose([])) } == .empty)
        #expect(Self.refusal { try book.make(.move(.suspend, [])) } == .empty)
        #expect(Self.refusal { try book.make(.move(.suspend, [9])) } == .unknown)
        try book.make(.move(.retire, [1]))
        try book.make(again)
        #expect(book.sorted.map(\.state) == [.retired, .proposed])
    }

    @Test("A move of many is made for all of them or for none")
    func allOrNone() throws {
        var book = WhitelistBook(.live)
        try book.activate([try Self.account("account-1"), try Self.account("account-2")])
        try book.make(.move(.suspend, [2]))
        #expect(Self.refusal { try book.make(.move(.suspend, [1, 2])) } == .notActive)
        #expect(book.entry(1)?.state == .active)
    }

    private static let wideEntries: [(subject: String, reason: WhitelistRefusal.Reason)] = [
        ("account abc*", .widePrefix), ("account *", .widePrefix), ("network 0.0.0.0/0", .wideNetwork),
        ("network ::/0", .wideNetwork), ("network 128.0.0.0/1", .wideNetwork), ("network 2000::/3", .wideNetwork),
        ("destination *", .wideDestination), ("service-provider https://sp.example/", .incomplete),
    ]

    @Test("Live refuses at entry what leaves hardly anybody out; joint debugging takes it", arguments: wideEntries)
    func wide(text: String, reason: WhitelistRefusal.Reason) throws {
        let parts = text.split(separator: " ").map(String.init)
        let subject: WhitelistSubject =
            switch parts[0] {
            case "account": .account(try AccountPattern(parts[1]))
            case "network": .network(try NetworkRange(parts[1]))
            case "destination": .destination(try DestinationPattern(parts[1]))
            default: .serviceProvider(try WhitelistedProvider(parts[1]))
            }
        var live = WhitelistBook(.live)
        #expect(Self.refusal { try live.make(.propose([WhitelistDraft(subject)])) } == reason)
        #expect(Self.refusal { try live.make(.take([WhitelistDraft(subject, state: .active)])) } == reason)
        var jointDebug = WhitelistBook(.jointDebug)
        #expect(Self.refusal { try jointDebug.make(.propose([WhitelistDraft(subject)])) } == nil)
    }

    @Test("Beginnings that together mean every account of a first character are refused, also one after the other")
    func covering() throws {
        let digits = (0...9).map { "100\($0)*" }
        let all = try (0...9).flatMap { a in
            try (0...9).flatMap { b in try (0...9).map { try Self.account("1\(a)\(b)\($0)*") } }
        }
        var book = WhitelistBook(.live)
        try book.make(.propose(digits.map { WhitelistDraft(try Self.account($0)) }))
        let others = all.filter { !digits.contains($0.key) }.map { WhitelistDraft($0) }
        try book.make(.propose(Array(others.dropLast())))
        #expect(Self.refusal { try book.make(.propose(others.suffix(1))) } == .coveringPrefixes)
        try book.make(.move(.retire, [1]))
        try book.make(.propose(others.suffix(1)))
    }

    @Test("A file does not revive what is suspended, and takes no approval back")
    func files() throws {
        let subject = try Self.account("account-1")
        for (state, asked, reason) in [
            (WhitelistState.suspended, WhitelistState.active, WhitelistRefusal.Reason.suspendedSince),
            (.active, .approved, .backwards), (.suspended, .proposed, .backwards), (.active, .retired, .retired),
        ] {
            var book = try Self.book(state)
            let file = WhitelistOperation.take([WhitelistDraft(subject, state: asked, line: 2)])
            #expect(Self.refusal { try book.make(file) } == reason)
        }
        var book = try Self.book(.active)
        try book.make(.take([WhitelistDraft(subject, state: .suspended)]))
        #expect(book.entry(1)?.state == .suspended)
        #expect(try book.make(.take([WhitelistDraft(subject, state: .suspended)])).isEmpty)
        #expect(book.revision() == 4)
    }

    @Test("A rollback brings back what was, but nothing that was suspended since")
    func rollBack() throws {
        var book = WhitelistBook(.live)
        try book.activate(["kept", "suspended", "suspended-retired", "retired"].map { try Self.account("a-" + $0) })
        let before = book.revision()
        try book.make(.move(.suspend, [2, 3]))
        try book.make(.move(.retire, [3, 4]))
        try book.activate([try Self.account("a-new"), try Self.account("a-retired")])
        try book.make(.rollBack(to: before))
        #expect(book.sorted.map(\.state) == [.active, .suspended, .retired, .active, .retired, .retired])
        #expect(Self.refusal { try book.make(.rollBack(to: book.revision())) } == .revision)
        #expect(Self.refusal { try book.make(.rollBack(to: -1)) } == .revision)
    }
}
