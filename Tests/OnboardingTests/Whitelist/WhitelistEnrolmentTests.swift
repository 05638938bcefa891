import Onboarding
import Testing
import XMLSecurity

@Suite("A portal enrols exact accounts, as many a day as two persons let it")
struct WhitelistEnrolmentTests {
    private static let end = WhitelistBook.now.adding(seconds: 10 * 86_400)

    /// A book with an enrolment of `mall` for two accounts a day, in force.
    private static func book(_ stage: Stage = .live) throws -> WhitelistBook {
        var book = WhitelistBook(stage)
        let enrolment = WhitelistSubject.enrolment(try PortalEnrolment("mall", perDay: 2))
        try book.activate([enrolment], validity: Validity(from: nil, until: end))
        return book
    }

    private static func enrol(
        _ book: inout WhitelistBook,
        _ accounts: [String],
        portal: String = "mall",
        after seconds: Int64 = 0
    ) -> WhitelistRefusal.Reason? {
        do {
            let drafts = try accounts.map { WhitelistDraft(.account(try AccountPattern($0))) }
            let time = WhitelistBook.now.adding(seconds: seconds)
            try book.make(WhitelistBook.change(.enrol(portal, drafts), by: "mall-program", at: time))
            return nil
        } catch {
            return (error as? WhitelistRefusal)?.reason
        }
    }

    @Test("The accounts are in force at once, with the two approvers of the enrolment as theirs")
    func enrolled() throws {
        var book = try Self.book()
        #expect(Self.enrol(&book, ["a-1", "a-2", "a-1"]) == nil)
        let added = book.sorted.dropFirst()
        #expect(added.map(\.subject.key) == ["a-1", "a-2"])
        #expect(added.allSatisfy { $0.state == .active && $0.author.name == "mall-program" })
        #expect(added.allSatisfy { $0.approvals.map(\.name) == ["wang", "zhao"] })
        #expect(book.revisions.last?.action == "enrol mall")
    }

    @Test("A day's number is counted over the last 24 hours, and a batch is all or nothing")
    func number() throws {
        var book = try Self.book()
        #expect(Self.enrol(&book, ["a-1", "a-2", "a-3"]) == .enrolmentSpent)
        #expect(book.entries.count == 1)
        #expect(Self.enrol(&book, ["a-1"]) == nil)
        #expect(Self.enrol(&book, ["a-2"], after: 3_600) == nil)
        #expect(Self.enrol(&book, ["a-3"], after: 86_400) == .enrolmentSpent)
        #expect(Self.enrol(&book, ["a-3"], after: 86_401) == nil)
        #expect(Self.enrol(&book, ["a-1", "a-2", "a-3"], after: 86_402) == nil)
    }

    @Test("Nothing but exact accounts is taken, and nothing that persons have their hands on")
    func refused() throws {
        var book = try Self.book()
        #expect(Self.enrol(&book, ["abcd*"]) == .enrolmentExact)
        #expect(Self.enrol(&book, []) == .empty)
        #expect(Self.enrol(&book, ["a-1"]) == nil)
        try book.make(.move(.suspend, [2]))
        #expect(Self.enrol(&book, ["a-1"]) == .suspendedSince)
        try book.make(.propose([WhitelistDraft(.account(try AccountPattern("a-2")))]))
        #expect(Self.enrol(&book, ["a-2"]) == .duplicate)
    }

    @Test("Without an enrolment in force nothing is enrolled")
    func missing() throws {
        var book = try Self.book()
        #expect(Self.enrol(&book, ["a-1"], portal: "shop") == .enrolmentMissing)
        #expect(Self.enrol(&book, ["a-1"], after: 10 * 86_400) == .enrolmentMissing)
        try book.make(.move(.suspend, [1]))
        #expect(Self.enrol(&book, ["a-1"]) == .enrolmentMissing)
    }

    @Test("A rollback takes back what was enrolled since")
    func rollBack() throws {
        var book = try Self.book()
        #expect(Self.enrol(&book, ["a-1"]) == nil)
        try book.make(.rollBack(to: Int64(book.revisions.count - 1)))
        #expect(book.sorted.map(\.state) == [.active, .retired])
    }

    @Test("Only the portal that the token names enrols for itself")
    func authority() throws {
        let program = Operator(
            id: 1,
            name: "mall-program",
            role: .portal,
            portal: "mall",
            since: WhitelistBook.now,
            until: Self.end,
            addedBy: "wang"
        )
        func change(_ portal: String) throws -> WhitelistChange {
            try OperatorAuthority.change(.enrol(portal, []), by: program, reason: "x", at: WhitelistBook.now)
        }
        #expect(try change("mall").author.isProved)
        #expect(throws: OperatorRefusal.self) { try change("shop") }
    }
}
