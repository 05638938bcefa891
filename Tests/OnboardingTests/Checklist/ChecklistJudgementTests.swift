import Onboarding
import Testing
import XMLSecurity

@Suite("Where a rule of the checklist draws its line")
struct ChecklistJudgementTests {
    private static let now = ChecklistSample.now
    private static let day = ChecklistSample.day
    private typealias Address = PartnerCenterEvidence.ReturnAddress

    private static func verdict(_ id: String, _ change: (inout ChecklistEvidence) throws -> Void) throws
        -> ChecklistVerdict
    {
        var evidence = try ChecklistSample().evidence
        try change(&evidence)
        return try #require(ChecklistRule.named(id)).result(on: evidence, for: .live, at: now).verdict
    }

    @Test("A look has four ends, and one that is doubtful is a warning")
    func looks() throws {
        let judged: [(WorldEvidence.Look.Judgement, ChecklistVerdict)] = [
            (.good, .pass), (.doubtful, .warn), (.bad, .fail), (.unseen, .notVerified),
        ]
        for (judgement, expected) in judged {
            let seen = try Self.verdict("world.gateways") { evidence in
                evidence.world = ChecklistSample.own(WorldEvidence(["world.gateways": .init(judgement, facts: [])]))
            }
            #expect(seen == expected)
        }
    }

    @Test(
        "The notification URL that was entered is the route of the base URL, letter by letter",
        arguments: [
            (nil, .fail), ("https://idp.example.com/huawei/association", .pass),
            ("https://idp.example.com/huawei/association/", .fail),
            ("https://IDP.example.com/huawei/association", .fail),
            ("https://old.example.com/huawei/association", .fail),
        ] as [(String?, ChecklistVerdict)]
    )
    func notification(recorded: String?, expected: ChecklistVerdict) throws {
        let seen = try Self.verdict("partner-center.notification-url") { evidence in
            evidence.partnerCenter = ChecklistSample.own(ChecklistSample.partnerCenter(notification: recorded))
        }
        #expect(seen == expected)
    }

    @Test("Return addresses are https and in Partner Center as configured; without them it is a warning")
    func returnAddresses() throws {
        let page = ChecklistSample.page
        let plain = "http://mall.example.com/page"
        let cases: [(String?, String?, ChecklistVerdict)] = [
            (page, page, .pass), (nil, nil, .warn), (page, nil, .warn), (nil, page, .fail), (page, page + "2", .fail),
            (plain, plain, .fail), (plain, nil, .fail),
        ]
        for (configured, recorded, expected) in cases {
            let first = ChecklistSample.returning(configured: configured, recorded: recorded)
            let seen = try Self.verdict("partner-center.return-addresses") { evidence in
                let center = ChecklistSample.partnerCenter(returns: [first, ChecklistSample.returning("top-up-url")])
                evidence.partnerCenter = ChecklistSample.own(center)
            }
            #expect(seen == expected, "\(configured ?? "-") \(recorded ?? "-")")
        }
    }

    @Test("The ICP filing is asked for at site china, and where nobody knows the site")
    func filing() throws {
        for (site, expected) in [
            ("china", ChecklistVerdict.notVerified), ("international", .pass), ("europe", .pass), (nil, .notVerified),
        ] {
            let seen = try Self.verdict("manual.icp") { evidence in
                evidence.attachments = .taken([:], at: Self.now, against: .person)
                evidence.partnerCenter =
                    site.map { ChecklistSample.own(ChecklistSample.partnerCenter(site: $0)) }
                    ?? ChecklistEvidence().partnerCenter
            }
            #expect(seen == expected, "\(site ?? "-")")
        }
    }

    @Test("Certificates on the whitelist, in metadata and served are the same set: none missing, none left over")
    func certificates() throws {
        let (a, b) = (ChecklistSample.fingerprint, String(repeating: "cd", count: 32))
        let cases: [(listed: [String], served: [String]?, ChecklistVerdict)] = [
            ([a], nil, .pass), ([a], [a], .pass), ([a, b], nil, .fail), ([b], nil, .fail), ([], nil, .fail),
            ([a], [a, b], .fail), ([a], [b], .fail),
        ]
        for (listed, served, expected) in cases {
            let seen = try Self.verdict("whitelist.certificates") { evidence in
                evidence.whitelist = ChecklistSample.own(try ChecklistSample.whitelist(certificates: listed))
                let all = served.map { [ChecklistSample.huawei: $0] } ?? [:]
                evidence.world = ChecklistSample.own(WorldEvidence([:], served: all))
            }
            #expect(seen == expected, "\(listed) \(served ?? [])")
        }
    }

    @Test("An entry that is over is none: it opens nothing, and is told", arguments: [-1, 0, 1, 8] as [Int64])
    func validity(days: Int64) throws {
        let until = Self.now.adding(seconds: days * Self.day)
        let list = try ChecklistSample.whitelist(
            without: .account,
            more: [(.account(try AccountPattern("customer-1")), until)]
        )
        let isOver = days <= 0
        for (id, expected) in [
            ("whitelist.accounts", isOver ? ChecklistVerdict.fail : .pass),
            ("whitelist.validity", isOver ? .fail : .pass),
            ("whitelist.ending", days == 1 ? .warn : .pass),
        ] {
            let seen = try Self.verdict(id) { $0.whitelist = ChecklistSample.own(list) }
            #expect(seen == expected, "\(id)")
        }
    }

    @Test("Days are the configuration's: a backup of eight days is late by a week's rule and not by a month's")
    func days() throws {
        for (days, expected) in [(7, ChecklistVerdict.fail), (8, .pass), (30, .pass)] as [(Int64, ChecklistVerdict)] {
            let seen = try Self.verdict("store.backup") { evidence in
                evidence.store = ChecklistSample.own(ChecklistSample.store(savedDaysAgo: 8, backupDays: days))
            }
            #expect(seen == expected, "\(days)")
        }
    }

    @Test(
        "A crossing counts of the real SP alone, since its metadata came, for a week, with a screenshot made after it"
    )
    func crossings() throws {
        let files = Dictionary(
            uniqueKeysWithValues: ChecklistAttachment.rules.map { ($0, ChecklistSample.file($0)) }
        )
        let early = files.mapValues { file in
            ChecklistAttachment(
                file.rule,
                name: "old.png",
                sha256: "cc",
                by: file.person,
                at: Self.now.adding(seconds: -Self.day - 1)
            )
        }
        let cases: [(String, CrossingEvidence, ChecklistVerdict)] = [
            ("good", ChecklistSample.crossings(screenshots: files), .pass),
            ("a simulation", ChecklistSample.crossings(isReal: false, screenshots: files), .notVerified),
            ("no import", ChecklistSample.crossings(imported: nil, screenshots: files), .notVerified),
            ("before the import", ChecklistSample.crossings(imported: 0, screenshots: files), .notVerified),
            (
                "none",
                ChecklistSample.crossings(signOn: nil, firstLogin: nil, notification: nil, screenshots: files),
                .notVerified
            ),
            (
                "too old", ChecklistSample.crossings(signOn: 8, firstLogin: 8, notification: 8, screenshots: files),
                .notVerified
            ),
            ("no screenshot", ChecklistSample.crossings(screenshots: [:]), .notVerified),
            ("an early screenshot", ChecklistSample.crossings(screenshots: early), .notVerified),
        ]
        for (name, crossings, expected) in cases {
            for rule in ["live.real-sign-on", "live.real-first-login", "live.real-notification"] {
                let seen = try Self.verdict(rule) { $0.crossings = ChecklistSample.own(crossings) }
                #expect(seen == expected, "\(rule): \(name)")
            }
        }
    }
}
