import Onboarding
import SAML
import Testing
import XMLSecurity

@Suite("Coverage says whom a whitelist would forget, and a copy what it may begin with")
struct WhitelistCoverageTests {
    private static let huawei = "https://auth.example/"
    private static let open = "https://open.example/"

    private static func subject(_ account: String?, _ provider: String?) -> CoverageSubject {
        CoverageSubject(
            account: account,
            hash: "hash of \(account ?? "?")",
            serviceProvider: provider,
            source: .signOn,
            last: WhitelistBook.now
        )
    }

    /// A whitelist of `live`: an SP for listed accounts, one for all, two accounts of which one is suspended.
    private static func snapshot() throws -> WhitelistSnapshot {
        var book = WhitelistBook(.live)
        let details = (acs: ["https://auth.example/acs"], certificates: [String(repeating: "0a", count: 32)])
        let subjects: [WhitelistSubject] = [
            .serviceProvider(
                try WhitelistedProvider(
                    huawei,
                    assertionConsumerServices: details.acs,
                    certificates: details.certificates
                )
            ),
            .serviceProvider(
                try WhitelistedProvider(
                    open,
                    assertionConsumerServices: details.acs,
                    certificates: details.certificates,
                    accounts: .all
                )
            ), .account(try AccountPattern("a-1")), .account(try AccountPattern("a-2")),
        ]
        try book.activate(subjects, validity: Validity(from: nil, until: WhitelistBook.now.adding(seconds: 60)))
        try book.make(.move(.suspend, [4]))
        return WhitelistSnapshot().applying(book.sorted, revision: book.revision())
    }

    @Test("Each is judged as a sign-on would be, and who is known by hash alone is covered only where everybody is")
    func coverage() throws {
        let cases: [(CoverageSubject, RefusalCode?, entry: Int64?)] = [
            (Self.subject("a-1", Self.huawei), nil, nil), (Self.subject("a-1", nil), nil, nil),
            (Self.subject("a-2", Self.huawei), .whitelistAccount, 4),
            (Self.subject("a-3", Self.huawei), .whitelistAccount, nil), (Self.subject("a-3", Self.open), nil, nil),
            (Self.subject("a-1", "https://other.example/"), .whitelistServiceProvider, nil),
            (Self.subject(nil, Self.huawei), .whitelistAccount, nil), (Self.subject(nil, Self.open), nil, nil),
            (Self.subject(nil, nil), .whitelistServiceProvider, nil),
        ]
        let snapshot = try Self.snapshot()
        let all = WhitelistCoverage(of: cases.map(\.0), by: snapshot, in: .live, at: WhitelistBook.now)
        #expect(all.judged == cases.count)
        let refused = cases.filter { $0.1 != nil }
        #expect(all.refused.map(\.subject) == refused.map(\.0))
        #expect(all.refused.map(\.refusal.code) == refused.compactMap(\.1))
        #expect(all.refused.map(\.entry) == refused.map(\.entry))
        let over = WhitelistBook.now.adding(seconds: 60)
        #expect(WhitelistCoverage(of: cases.map(\.0), by: snapshot, in: .live, at: over).refused.count == cases.count)
    }

    @Test("Who is listed is refused all the same where the SP wants its Responses, or links lead, elsewhere")
    func places() throws {
        let cases: [(acs: String?, destination: String?, RefusalCode?)] = [
            ("https://auth.example/acs", nil, nil), ("https://auth.example/other", nil, .whitelistACS),
            (nil, "https://console.example/", .whitelistDestination),
        ]
        for (acs, destination, code) in cases {
            let subject = CoverageSubject(
                account: "a-1",
                hash: "h",
                serviceProvider: Self.huawei,
                assertionConsumerService: acs,
                destination: destination,
                source: .association,
                last: WhitelistBook.now
            )
            let coverage = try WhitelistCoverage(
                of: [subject],
                by: Self.snapshot(),
                in: .live,
                at: WhitelistBook.now
            )
            #expect(coverage.refused.first?.refusal.code == code)
        }
    }

    @Test("What is active comes along as a proposal; what is there stays, and what is too wide is left out by name")
    func copy() throws {
        var book = WhitelistBook(.jointDebug)
        let subjects: [WhitelistSubject] = [
            .account(try AccountPattern("a-1")), .account(try AccountPattern("a-2")),
            .account(try AccountPattern("ab*")),
            .destination(try DestinationPattern("*")), .serviceProvider(try WhitelistedProvider(Self.huawei)),
            .account(try AccountPattern("a-3")), .serviceProvider(try WhitelistedProvider(Self.open, accounts: .all)),
        ]
        try book.activate(subjects)
        try book.make(.move(.suspend, [6]))
        var live = WhitelistBook(.live)
        try live.make(.propose([WhitelistDraft(subjects[0])]))
        let copy = WhitelistCopy(of: book.sorted, beside: live.sorted, to: .live) { provider in
            guard provider.entityID == Self.huawei else { return provider }
            let completed = try? WhitelistedProvider(
                provider.entityID,
                assertionConsumerServices: ["https://auth.example/acs"],
                certificates: [String(repeating: "0a", count: 32)]
            )
            return completed ?? provider
        }
        #expect(copy.drafts.map(\.subject.key) == ["a-2", Self.huawei])
        #expect(copy.drafts.allSatisfy { $0.state == .proposed })
        #expect(copy.leftOut.map(\.entry.id) == [3, 4, 7])
        #expect(copy.leftOut.map(\.refusal.reason) == [.widePrefix, .wideDestination, .incomplete])
        try live.make(.propose(copy.drafts))
        #expect(WhitelistCopy(of: book.sorted, beside: live.sorted, to: .live).drafts.isEmpty)
    }
}
