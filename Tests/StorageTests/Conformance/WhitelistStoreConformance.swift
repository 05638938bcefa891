import Onboarding
import Testing
import XMLSecurity

/// What every store of whitelists must do.
enum WhitelistStoreConformance: String, CaseIterable, Sendable {
    case empty = "A new whitelist is empty and admits nobody"
    case everything = "Every kind of entry comes back as it was written"
    case history = "A revision says who, when, why and what it did to which entry"
    case conflict = "Of two who looked at the same revision one is told what the other did, and nothing is lost"
    case concurrent = "Of twenty at once every one is written"
    case nothing = "A refused change and a dry run write nothing"
    case rollBack = "A rollback brings back what was, but nothing that was suspended since"
    case reuse = "A subject may change from one entry to another in one revision"
    case enrolment = "What a portal enrolled is counted, and carries the approvers of its enrolment"
    case stages = "Stages know nothing of each other"
    case pages = "Entries come by number, a page at a time, of a kind and in some states"
    case following = "A snapshot that follows reads what changed, and says the same as one made anew"

    func check(_ store: any WhitelistStore) async throws {
        let book = WhitelistDesk(store: store)
        switch self {
        case .empty: try await Self.empty(book)
        case .everything: try await Self.everything(book)
        case .history: try await Self.history(book)
        case .conflict: try await Self.conflict(book)
        case .concurrent: try await Self.concurrent(book)
        case .nothing: try await Self.nothing(book)
        case .rollBack: try await Self.rollBack(book)
        case .reuse: try await Self.reuse(book)
        case .enrolment: try await Self.enrolment(book)
        case .stages: try await Self.stages(book)
        case .pages: try await Self.pages(book)
        case .following: try await Self.following(book)
        }
    }

    private static func empty(_ desk: WhitelistDesk) async throws {
        #expect(try await desk.store.revision(in: .live) == 0)
        #expect(try await desk.all().isEmpty)
        #expect(try await desk.store.revisions(in: .live, before: nil, limit: 10).isEmpty)
        #expect(try await desk.store.entry(1, in: .live) == nil)
        let snapshot = try await desk.store.snapshot(of: .live, following: nil)
        #expect(snapshot.revision == 0)
        #expect(snapshot.decide(WhitelistQuestion(account: "a", at: Sample.now), in: .live).refusal != nil)
    }

    private static func everything(_ desk: WhitelistDesk) async throws {
        let window = try Validity(from: Sample.now, until: Sample.now.adding(seconds: 86_400))
        let provider = try WhitelistedProvider(
            "https://sp.example/",
            assertionConsumerServices: ["https://sp.example/acs"],
            certificates: [String(repeating: "0a", count: 32)],
            site: "china",
            platformID: "P-1",
            accounts: .all
        )
        let subjects: [WhitelistSubject] = [
            .serviceProvider(provider), .account(try AccountPattern("客户-1")), .account(try AccountPattern("abcd*")),
            .enrolment(try PortalEnrolment("mall", perDay: 20)),
            .destination(try DestinationPattern("https://console.example/iam/")),
            .network(try NetworkRange("2001:db8::/32")), .gateway(try GatewayAddress("bss.example:443")),
        ]
        try await desk.make(.propose(subjects.map { WhitelistDraft($0, validity: window) }))
        let ids = Array(Int64(1)...7)
        try await desk.make(.move(.approve, ids), by: "wang")
        let li = try WhitelistDesk.person("li")
        let wang = try WhitelistDesk.person("wang")
        let waiting: Set<WhitelistKind> = [.serviceProvider, .enrolment]
        let expected = zip(ids, subjects).map { id, subject in
            WhitelistEntry(
                id: id,
                subject: subject,
                validity: window,
                state: waiting.contains(subject.kind) ? .proposed : .approved,
                author: li,
                approvals: [wang]
            )
        }
        #expect(try await desk.all() == expected)
        #expect(try await desk.store.entry(2, in: .live) == expected[1])
    }

    private static func history(_ desk: WhitelistDesk) async throws {
        try await desk.activate(["account-1"])
        try await desk.make(.move(.suspend, [1]), by: "zhao")
        let revisions = try await desk.store.revisions(in: .live, before: nil, limit: 3)
        #expect(revisions.map(\.number) == [4, 3, 2])
        #expect(revisions.map(\.action) == ["suspend", "activate", "approve"])
        #expect(revisions[0].author.name == "zhao")
        #expect(revisions[0].at == Sample.now)
        #expect(revisions[0].reason == "a reason")
        #expect(try await desk.store.revisions(in: .live, before: 2, limit: 3).map(\.action) == ["propose"])
        let suspended = try await desk.store.differences(of: 4, in: .live)
        #expect(suspended.map(\.before?.state) == [.active])
        #expect(suspended.map(\.after.state) == [.suspended])
        #expect(try await desk.store.differences(of: 1, in: .live).map(\.before) == [nil])
        #expect(try await desk.store.differences(of: 9, in: .live).isEmpty)
    }

    private static func conflict(_ desk: WhitelistDesk) async throws {
        try await desk.activate(["account-1"])
        let refusals = await withTaskGroup(of: WhitelistRefusal?.self) { group in
            for name in ["wang", "zhao"] {
                group.addTask {
                    do {
                        let draft = WhitelistDraft(.account(try AccountPattern("account-" + name)))
                        try await desk.make(.propose([draft]), by: name, seen: 3)
                        return nil
                    } catch { return error as? WhitelistRefusal ?? WhitelistRefusal(.unknown, "\(error)") }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }.compactMap(\.self)
        }
        #expect(refusals.map(\.reason) == [.conflict])
        let entries = try await desk.all()
        #expect(entries.count == 2)
        let winner = try #require(entries.last?.author.name)
        #expect(refusals.first?.found.hasPrefix("4: propose, \(winner), ") == true, "it names the other's change")
    }

    private static func concurrent(_ desk: WhitelistDesk) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...20 {
                group.addTask {
                    let draft = WhitelistDraft(.account(try AccountPattern("account-\(number)")))
                    try await desk.make(.propose([draft]))
                }
            }
            try await group.waitForAll()
        }
        #expect(try await desk.store.revision(in: .live) == 20)
        #expect(try await desk.all().map(\.id) == Array(1...20))
    }

    private static func nothing(_ desk: WhitelistDesk) async throws {
        try await desk.activate(["account-2"])
        let drafts = try ["account-1", "account-2"].map { WhitelistDraft(.account(try AccountPattern($0))) }
        await #expect(throws: WhitelistRefusal(.duplicate, "account-2")) { try await desk.make(.propose(drafts)) }
        let change = try WhitelistDesk.change(.propose(Array(drafts.prefix(1))), by: "li")
        #expect(try await desk.store.make(change, in: .live, dryRun: true).count == 1)
        #expect(try await desk.all().count == 1)
        #expect(try await desk.store.revision(in: .live) == 3)
        let same = try await desk.make(
            .take([WhitelistDraft(.account(try AccountPattern("account-2")), state: .active)])
        )
        #expect(same.isEmpty)
        #expect(try await desk.store.revision(in: .live) == 3, "no revision without a difference")
    }

    private static func rollBack(_ desk: WhitelistDesk) async throws {
        try await desk.activate(["kept", "suspended", "retired"])
        try await desk.make(.move(.suspend, [2]))
        try await desk.make(.move(.retire, [3]))
        try await desk.activate(["new"])
        try await desk.make(.rollBack(to: 3))
        #expect(try await desk.all().map(\.state) == [.active, .suspended, .active, .retired])
        #expect(try await desk.store.differences(of: 9, in: .live).map(\.after.id) == [3, 4])
    }

    private static func reuse(_ desk: WhitelistDesk) async throws {
        try await desk.activate(["account-1"])
        try await desk.make(.move(.retire, [1]))
        try await desk.activate(["account-1"])
        #expect(try await desk.all().map(\.state) == [.retired, .active])
        try await desk.make(.rollBack(to: 3))
        #expect(try await desk.all().map(\.state) == [.active, .retired])
        try await desk.make(.rollBack(to: 7))
        #expect(try await desk.all().map(\.state) == [.retired, .active])
    }

    private static func enrolment(_ desk: WhitelistDesk) async throws {
        let terms = WhitelistSubject.enrolment(try PortalEnrolment("mall", perDay: 3))
        let window = try Validity(from: nil, until: Sample.now.adding(seconds: 86_400))
        try await desk.make(.propose([WhitelistDraft(terms, validity: window)]))
        for name in ["wang", "zhao"] { try await desk.make(.move(.approve, [1]), by: name) }
        try await desk.make(.move(.activate, [1]))
        func enrol(_ accounts: String...) async throws -> Int {
            let drafts = try accounts.map { WhitelistDraft(.account(try AccountPattern($0))) }
            return try await desk.make(.enrol("mall", drafts), by: "mall-program").count
        }
        #expect(try await enrol("a", "b") == 2)
        #expect(try await enrol("a", "b") == 0)
        await #expect(throws: WhitelistRefusal.self) { _ = try await enrol("c", "d") }
        #expect(try await enrol("c") == 1)
        let added = try await desk.all().dropFirst()
        #expect(added.map(\.subject.key) == ["a", "b", "c"])
        #expect(added.allSatisfy { $0.state == .active && $0.approvals.map(\.name) == ["wang", "zhao"] })
        let snapshot = try await desk.store.snapshot(of: .live, following: nil)
        #expect(snapshot.decide(WhitelistQuestion(account: "c", at: Sample.now), in: .live).refusal == nil)
    }

    private static func stages(_ desk: WhitelistDesk) async throws {
        try await desk.activate(["account-1"])
        #expect(try await desk.store.revision(in: .jointDebug) == 0)
        let other = try WhitelistDesk.change(
            .propose([WhitelistDraft(.account(try AccountPattern("account-1")))]),
            by: "li"
        )
        _ = try await desk.store.make(other, in: .jointDebug, dryRun: false)
        #expect(try await desk.store.revision(in: .jointDebug) == 1)
        #expect(try await desk.store.entry(1, in: .jointDebug) == nil)
        #expect(try await desk.all().map(\.state) == [.active])
        let snapshot = try await desk.store.snapshot(of: .jointDebug, following: nil)
        #expect(snapshot.accountCount == 1)
    }

    private static func pages(_ desk: WhitelistDesk) async throws {
        try await desk.activate(["a", "b", "c"])
        try await desk.make(.propose([WhitelistDraft(.gateway(try GatewayAddress("bss.example:443")))]))
        try await desk.make(.move(.retire, [2]))
        let store = desk.store
        #expect(try await store.entries(.standing, in: .live, after: 0, limit: 2).map(\.id) == [1, 3])
        #expect(try await store.entries(.standing, in: .live, after: 3, limit: 2).map(\.id) == [4])
        let accounts = WhitelistSelection(kind: .account, states: [.active])
        #expect(try await store.entries(accounts, in: .live, after: 0, limit: 9).map(\.id) == [1, 3])
        let retired = WhitelistSelection(states: [.retired])
        #expect(try await store.entries(retired, in: .live, after: 0, limit: 9).map(\.id) == [2])
    }

    private static func following(_ desk: WhitelistDesk) async throws {
        var followed = try await desk.store.snapshot(of: .live, following: nil)
        try await desk.activate(["account-1", "account-2", "abcd*"])
        for operation in [
            WhitelistOperation.move(.suspend, [1]), .move(.retire, [2]), .move(.resume, [1]), .move(.suspend, [3]),
            .rollBack(to: 3),
        ] {
            try await desk.make(operation)
            followed = try await desk.store.snapshot(of: .live, following: followed)
            let anew = try await desk.store.snapshot(of: .live, following: nil)
            #expect(followed.revision == anew.revision)
            #expect(followed.accountCount == anew.accountCount)
            for account in ["account-1", "account-2", "abcde", "nobody"] {
                let question = WhitelistQuestion(account: account, at: Sample.now)
                #expect(followed.decide(question, in: .live) == anew.decide(question, in: .live))
            }
        }
    }
}
