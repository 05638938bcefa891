import Foundation
import Onboarding
import SAML
import Testing
import XMLSecurity

@Suite("Runs of the checklist, and what they are worth later")
struct ChecklistRunTests {
    private static let now = ChecklistSample.now
    private static let day = ChecklistSample.day
    private static let here = ChecklistRun.Surrounding(version: "0.1.0", configuration: "aa", metadata: "bb")

    private static func run(_ evidence: ChecklistEvidence, _ waivers: [ChecklistWaiver] = []) -> ChecklistRun {
        let byRule = Dictionary(uniqueKeysWithValues: waivers.map { ($0.rule, $0) })
        let results = ChecklistRule.all.map { $0.result(on: evidence, waiver: byRule[$0.id], for: .live, at: now) }
        return ChecklistRun(.live, at: now, by: "li", under: here, results: results)
    }

    @Test("Nothing stands in the way where every rule that must hold passes")
    func ready() throws {
        #expect(Self.run(try ChecklistSample().evidence).blocking.isEmpty)
    }

    @Test("What must hold and fails, warns or is not verified stands in the way; what should does not")
    func blocking() throws {
        for rule in ChecklistRule.all {
            var sample = try ChecklistSample()
            try sample.spoil(rule)
            #expect(
                Self.run(sample.evidence).blocking.contains { $0.rule == rule.id } == (rule.level == .must),
                "\(rule.id)"
            )
        }
    }

    @Test("A waiver opens the way until its end, and no longer, and never hides that a rule passes")
    func waivers() throws {
        let rule = try #require(ChecklistRule.named("store.backup"))
        var sample = try ChecklistSample()
        let waiver = ChecklistWaiver(
            rule.id,
            by: ChecklistSample.person(.approver),
            reason: "tonight",
            since: Self.now,
            until: Self.now.adding(seconds: Self.day)
        )
        #expect(rule.result(on: sample.evidence, waiver: waiver, for: .live, at: Self.now).verdict == .pass)
        try sample.spoil(rule)
        let waived = rule.result(on: sample.evidence, waiver: waiver, for: .live, at: Self.now)
        #expect(waived.verdict == .waived && waived.waiver == waiver && !waived.blocks)
        #expect(Self.run(sample.evidence, [waiver]).blocking.isEmpty)
        let later = rule.result(on: sample.evidence, waiver: waiver, for: .live, at: Self.now.adding(seconds: Self.day))
        #expect(later.verdict == .fail && later.waiver == nil)
        let early = rule.result(on: sample.evidence, waiver: waiver, for: .live, at: Self.now.adding(seconds: -1))
        #expect(early.verdict == .fail)
    }

    @Test("Evidence that is older than its rule allows proves nothing, and is never shown as a pass")
    func age() throws {
        let rule = try #require(ChecklistRule.named("world.clock"))
        var sample = try ChecklistSample()
        for (age, verdict) in [(Self.day, ChecklistVerdict.pass), (Self.day + 1, .notVerified)] {
            let looks = ChecklistSample.world([rule.id], isGood: true)
            sample.evidence.world = ChecklistSample.own(looks, at: Self.now.adding(seconds: -age))
            #expect(rule.result(on: sample.evidence, for: .live, at: Self.now).verdict == verdict)
        }
    }

    @Test(
        "A run of another configuration, metadata or version proves nothing any more",
        arguments: [
            ChecklistRun.Surrounding(version: "0.2.0", configuration: "aa", metadata: "bb"),
            ChecklistRun.Surrounding(version: "0.1.0", configuration: "cc", metadata: "bb"),
            ChecklistRun.Surrounding(version: "0.1.0", configuration: "aa", metadata: nil),
            ChecklistRun.Surrounding(version: "0.1.0", configuration: "aa", metadata: "bb", huaweiMetadata: "cc"),
            ChecklistRun.Surrounding(version: "0.1.0", configuration: "aa", metadata: "bb", environment: "dd"),
        ]
    )
    func surrounding(present: ChecklistRun.Surrounding) throws {
        let run = Self.run(try ChecklistSample().evidence)
        #expect(run.seen(under: Self.here, at: Self.now) == run)
        let seen = run.seen(under: present, at: Self.now)
        #expect(seen.results.allSatisfy { $0.verdict == .notVerified })
    }

    @Test("A run is worth something for a week, a probe in it for a day")
    func week() throws {
        let run = Self.run(try ChecklistSample().evidence)
        let tomorrow = run.seen(under: Self.here, at: Self.now.adding(seconds: 2 * Self.day))
        let open = Set(tomorrow.results.filter { $0.verdict == .notVerified }.map(\.rule))
        #expect(open == Set(ChecklistRule.all.map(\.id).filter { $0.hasPrefix("world.") }))
        let nextWeek = run.seen(under: Self.here, at: Self.now.adding(seconds: 6 * Self.day + 1))
        let aged = Set(nextWeek.results.filter { $0.verdict == .notVerified }.map(\.rule))
        #expect(aged == open.union(ChecklistRule.all.map(\.id).filter { $0.hasPrefix("live.") }))
        let later = run.seen(under: Self.here, at: Self.now.adding(seconds: 7 * Self.day + 1))
        #expect(later.results.allSatisfy { $0.verdict == .notVerified })
    }

    @Test("A waiver that has ended is worth nothing, whatever the run says")
    func endedWaiver() throws {
        let rule = try #require(ChecklistRule.named("store.backup"))
        var sample = try ChecklistSample()
        try sample.spoil(rule)
        let run = Self.run(sample.evidence, [Self.waiver(rule.id, by: ChecklistSample.person(.approver))])
        func verdict(_ seconds: Int64) -> ChecklistVerdict? {
            run.seen(under: Self.here, at: Self.now.adding(seconds: seconds)).results.first { $0.rule == rule.id }?
                .verdict
        }
        #expect(verdict(0) == .waived && verdict(Self.day - 1) == .waived && verdict(Self.day) == .notVerified)
    }

    @Test("What was run a week ago is too old, though it was looked at today; a run tells what it was played against")
    func olderThanTheLook() throws {
        let rule = try #require(ChecklistRule.named("request.fixture"))
        var sample = try ChecklistSample()
        for (age, verdict) in [(7 * Self.day, ChecklistVerdict.pass), (7 * Self.day + 1, .notVerified)] {
            let judged = ChecklistSample.judged(true, at: Self.now.adding(seconds: -age))
            sample.evidence.run = ChecklistSample.own(RunEvidence(rules: [rule.id: judged]))
            let result = rule.result(on: sample.evidence, for: .live, at: Self.now)
            #expect(result.verdict == verdict && result.takenAt == judged.at)
            #expect(result.provenance == .simulation)
        }
    }

    @Test(
        "Our clock and our addresses are our own measurement, gateways and certificates HUAWEI CLOUD's or a simulation's"
    )
    func provenance() throws {
        var sample = try ChecklistSample()
        let looks = ChecklistSample.world(ChecklistRule.all.map(\.id), isGood: true)
        for other in [Provenance.real, .simulation] {
            sample.evidence.world = .taken(looks, at: Self.now, against: other)
            for rule in ChecklistRule.all where rule.id.hasPrefix("world.") {
                let isTheirs = ["world.gateways", "world.gateway-clock", "world.sp-certificate"].contains(rule.id)
                let result = rule.result(on: sample.evidence, for: .live, at: Self.now)
                #expect(result.provenance == (isTheirs ? other : .ownMeasurement), "\(rule.id)")
            }
        }
    }

    private static func waiver(_ rule: String, by person: ChecklistPerson) -> ChecklistWaiver {
        ChecklistWaiver(rule, by: person, reason: "tonight", since: now, until: now.adding(seconds: day))
    }

    private static let label = ChecklistPerson(label: "Wang", systemUser: "root")

    @Test(
        "Before customers cross, only an approver's token answers for a rule that must hold; elsewhere a name does",
        arguments: [
            ("store.backup", label, false, true), ("store.backup", ChecklistSample.person(.editor), false, true),
            ("store.backup", ChecklistSample.person(.approver), true, true), ("keys.waiting", label, true, true),
        ]
    )
    func waivingPersons(id: String, person: ChecklistPerson, live: Bool, before: Bool) throws {
        let rule = try #require(ChecklistRule.named(id))
        var sample = try ChecklistSample()
        try sample.spoil(rule)
        for (stage, counts) in [(ChecklistStage.live, live), (.jointDebug, before)] {
            let waiver = Self.waiver(id, by: person)
            let result = rule.result(on: sample.evidence, waiver: waiver, for: stage, at: Self.now)
            #expect((result.verdict == .waived) == counts && result.isWaivedInVain == !counts, "\(stage)")
            #expect(result.waiver == waiver)
        }
    }

    @Test(
        "Before customers cross, a file counts by the token of whoever attached it",
        arguments: ["manual.contacts", "live.real-sign-on"]
    )
    func vouchingPersons(id: String) throws {
        let rule = try #require(ChecklistRule.named(id))
        var sample = try ChecklistSample()
        func verdict(_ stage: ChecklistStage) -> ChecklistVerdict {
            rule.result(on: sample.evidence, for: stage, at: Self.now).verdict
        }
        #expect(verdict(.live) == .pass)
        let files = [id: ChecklistSample.file(id, by: Self.label)]
        sample.evidence.attachments = .taken(files, at: Self.now, against: .person)
        sample.evidence.crossings = ChecklistSample.own(ChecklistSample.crossings(screenshots: files))
        #expect(verdict(.live) == .notVerified && verdict(.jointDebug) == .pass)
        let run = Self.run(sample.evidence)
        #expect(run.blocking.contains { $0.rule == id })
    }

    @Test("A person of an earlier version, who was a name alone, is read as one whom nothing proves")
    func earlierPersons() throws {
        let read = try JSONDecoder().decode([ChecklistPerson].self, from: Data(#"["Wang"]"#.utf8))
        #expect(read == [ChecklistPerson(label: "Wang", systemUser: nil)])
        for person in [Self.label, ChecklistSample.person(.approver)] {
            let text = try JSONEncoder().encode([person])
            #expect(try JSONDecoder().decode([ChecklistPerson].self, from: text) == [person])
            #expect(person.described.en.contains("unproved") == !person.isProved)
        }
    }

    @Test("The difference of two runs names what changed, appeared and went")
    func difference() throws {
        let good = Self.run(try ChecklistSample().evidence)
        var sample = try ChecklistSample()
        try sample.spoil(try #require(ChecklistRule.named("store.backup")))
        let bad = Self.run(sample.evidence)
        #expect(ChecklistDifference.between(good, good).isEmpty)
        let changed = ChecklistDifference.between(good, bad)
        #expect(
            changed.map(\.rule) == ["store.backup"] && changed.first?.before == .pass && changed.first?.now == .fail
        )
        let short = ChecklistRun(
            .live,
            at: Self.now,
            by: "li",
            under: Self.here,
            results: Array(good.results.dropFirst())
        )
        #expect(ChecklistDifference.between(short, good).first?.before == nil)
        #expect(ChecklistDifference.between(good, short).first?.now == nil)
    }
}
