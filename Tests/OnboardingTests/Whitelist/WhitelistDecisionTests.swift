import Onboarding
import SAML
import Testing
import XMLSecurity

@Suite("Who may cross")
struct WhitelistDecisionTests {
    private static let now = WhitelistBook.now
    private static let sp = "https://sp.example/"

    /// A whitelist of lines such as `active account abc*`.
    static func snapshot(_ lines: [String], validity: Validity = .always) throws -> WhitelistSnapshot {
        let entries = try lines.enumerated().map { index, line in
            let parts = line.split(separator: " ").map(String.init)
            return WhitelistEntry(
                id: Int64(index + 1),
                subject: try subject(parts[1], parts[2], all: parts.contains("all")),
                validity: validity,
                state: try #require(WhitelistState(rawValue: parts[0])),
                author: try WhitelistBook.person("li")
            )
        }
        return WhitelistSnapshot().applying(entries, revision: Int64(lines.count))
    }

    private static func subject(_ kind: String, _ text: String, all: Bool) throws -> WhitelistSubject {
        switch WhitelistKind(rawValue: kind) {
        case .account: .account(try AccountPattern(text))
        case .destination: .destination(try DestinationPattern(text))
        case .network: .network(try NetworkRange(text))
        default:
            .serviceProvider(
                try WhitelistedProvider(
                    text,
                    assertionConsumerServices: [text + "acs"],
                    accounts: all ? .all : .listed
                )
            )
        }
    }

    private static let accounts: [(lines: [String], account: String, says: String)] = [
        ([], "account-1", "not listed"), (["active account account-1"], "account-1", "1"),
        (["active account account-1"], "account-10", "not listed"),
        (["active account account-1"], "Account-1", "not listed"),
        (["proposed account account-1"], "account-1", "proposed"),
        (["approved account account-1"], "account-1", "approved"),
        (["suspended account account-1"], "account-1", "suspended"),
        (["retired account account-1"], "account-1", "not listed"), (["active account acco*"], "account-1", "1"),
        (["active account acco*"], "acco", "1"), (["active account acco*"], "acc", "not listed"),
        (["active account acco*", "active account account-1"], "account-1", "2"),
        (["active account acco*", "active account account*"], "account-1", "2"),
        (["active account acco*", "proposed account account-1"], "account-1", "1"),
        (["active account acco*", "suspended account account-1"], "account-1", "suspended"),
        (["active account acco*", "suspended account account*"], "account-1", "suspended"),
        (["suspended account acco*", "active account account-1"], "account-1", "2"),
    ]

    @Test("An account crosses by the narrowest entry in force, and not past one that is suspended", arguments: accounts)
    func account(lines: [String], account: String, says: String) throws {
        let snapshot = try Self.snapshot(lines + ["active service-provider \(Self.sp)"])
        let question = WhitelistQuestion(serviceProvider: Self.sp, account: account, at: Self.now)
        switch snapshot.decide(question, in: .live) {
        case .admitted(let entries): #expect(entries.last.map { "\($0)" } == says)
        case .refused(let refusal, _):
            #expect(refusal.code == .whitelistAccount)
            #expect(refusal.found == says)
        }
    }

    @Test("Without an entry nobody crosses, in no stage; closed refuses all", arguments: Stage.allCases)
    func defaultDeny(stage: Stage) throws {
        let empty = WhitelistSnapshot()
        let question = WhitelistQuestion(serviceProvider: Self.sp, account: "account-1", at: Self.now)
        let expected: RefusalCode = stage == .closed ? .whitelistClosed : .whitelistServiceProvider
        #expect(empty.decide(question, in: stage).refusal?.code == expected)
        #expect(empty.decide(WhitelistQuestion(at: Self.now), in: stage).refusal != nil)
        let full = try Self.snapshot(["active service-provider \(Self.sp)", "active account account-1"])
        #expect((full.decide(question, in: stage).refusal == nil) == (stage != .closed))
    }

    @Test("An SP for all accounts needs no entry of the account, and lets nobody in who is suspended by name")
    func allAccounts() throws {
        let lines = ["active service-provider \(Self.sp) all", "suspended account account-2"]
        let snapshot = try Self.snapshot(lines)
        for serviceProvider in [Self.sp, nil] {
            for (account, isAdmitted) in [("account-1", true), ("account-2", false)] {
                let question = WhitelistQuestion(serviceProvider: serviceProvider, account: account, at: Self.now)
                #expect((snapshot.decide(question, in: .live).refusal == nil) == isAdmitted)
            }
        }
        let other = WhitelistQuestion(serviceProvider: "https://other.example/", account: "account-1", at: Self.now)
        #expect(snapshot.decide(other, in: .live).refusal?.code == .whitelistServiceProvider)
    }

    @Test("A Response goes only where the SP's entry says")
    func assertionConsumerService() throws {
        let snapshot = try Self.snapshot(["active service-provider \(Self.sp)"])
        for (location, code) in [(Self.sp + "acs", nil), (Self.sp + "other", RefusalCode.whitelistACS)] {
            let question = WhitelistQuestion(
                serviceProvider: Self.sp,
                assertionConsumerService: location,
                at: Self.now
            )
            #expect(snapshot.decide(question, in: .live).refusal?.code == code)
        }
    }

    @Test("Destinations and networks are refused when no entry in force names them")
    func places() throws {
        let lines = [
            "active destination https://console.example/iam/", "suspended destination https://console.example/iam/x/",
            "active network 10.0.0.0/8",
        ]
        let snapshot = try Self.snapshot(lines)
        for (destination, isAdmitted) in [
            ("https://console.example/iam/?a", true), ("https://console.example/iam/x/y", false),
            ("https://console.example/", false), ("https://console.example/iam/../", false),
        ] {
            let decision = snapshot.decide(WhitelistQuestion(destination: destination, at: Self.now), in: .live)
            #expect(decision.refusal?.code == (isAdmitted ? nil : .whitelistDestination), "\(destination)")
        }
        for (text, isAdmitted) in [("10.1.1.1", true), ("::ffff:10.1.1.1", true), ("11.0.0.1", false)] {
            let question = WhitelistQuestion(address: NetworkAddress(text), at: Self.now)
            #expect(snapshot.decide(question, in: .live).refusal?.code == (isAdmitted ? nil : .whitelistNetwork))
        }
    }

    @Test(
        "An entry decides inside its window",
        arguments: [(-1, "not valid yet"), (0, nil), (9, nil), (10, "no longer valid")]
    )
    func windows(seconds: Int64, found: String?) throws {
        let window = try Validity(from: Self.now, until: Self.now.adding(seconds: 10))
        let snapshot = try Self.snapshot(["active account account-1"], validity: window)
        let question = WhitelistQuestion(account: "account-1", at: Self.now.adding(seconds: seconds))
        #expect(snapshot.decide(question, in: .live).refusal?.found == found)
    }

    @Test("A snapshot that followed every change answers as one made anew")
    func following() throws {
        var followed = WhitelistSnapshot()
        var entries: [Int64: WhitelistEntry] = [:]
        let li = try WhitelistBook.person("li")
        for number in Int64(0)..<3_000 {
            let id = number % 700 + 1
            let text = id.isMultiple(of: 10) ? "account-\(id % 70)*" : "account-\(id)"
            let states = WhitelistState.allCases
            let window = id.isMultiple(of: 3) ? try Validity(from: Self.now, until: nil) : .always
            let entry = WhitelistEntry(
                id: id,
                subject: .account(try AccountPattern(text)),
                validity: window,
                state: states[Int(number * 7 % 5)],
                author: li
            )
            // Of two entries for one beginning, one is retired.
            if id.isMultiple(of: 10), entries.values.contains(where: { $0.id != id && $0.subject == entry.subject }) {
                continue
            }
            entries[id] = entry
            followed = followed.applying([entry], revision: number)
        }
        let exact = entries.values.filter { !$0.subject.key.hasSuffix("*") && $0.state != .retired }
        let anew = WhitelistSnapshot(
            revision: 1,
            others: entries.values.filter { $0.subject.key.hasSuffix("*") },
            accountsFrom: { put in
                for entry in exact {
                    put(
                        entry.subject.key,
                        WhitelistGrant(entry: entry.id, state: entry.state, validity: entry.validity)
                    )
                }
            }
        )
        #expect(followed.accountCount == exact.count)
        #expect(anew.accountCount == exact.count)
        for number in 0..<800 {
            let question = WhitelistQuestion(account: "account-\(number)", at: Self.now)
            #expect(followed.decide(question, in: .live) == anew.decide(question, in: .live), "\(number)")
        }
    }

    @Test("A subject that another entry took over belongs to that one, whichever is told first")
    func takenOver() throws {
        let li = try WhitelistBook.person("li")
        for text in ["account-1", "acco*"] {
            let subject = WhitelistSubject.account(try AccountPattern(text))
            let old = WhitelistEntry(id: 1, subject: subject, state: .retired, author: li)
            let new = WhitelistEntry(id: 2, subject: subject, state: .active, author: li)
            for entries in [[old, new], [new, old]] {
                let snapshot = WhitelistSnapshot().applying(entries, revision: 2)
                let decision = snapshot.decide(WhitelistQuestion(account: "account-1", at: Self.now), in: .live)
                #expect(decision == .admitted(by: [2]))
            }
        }
    }
}
