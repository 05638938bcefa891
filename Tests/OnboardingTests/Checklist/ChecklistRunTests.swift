import Onboarding
import Testing
import XMLSecurity

@Suite("Runs of the checklist, and what they are worth later")
struct ChecklistRunTests {
    private static let now = ChecklistSample.now
    private static let day = ChecklistSample.day
    private static let here = ChecklistRun.Surrounding(version: "0.1.0", configuration: "aa", metadata: "bb")

    private static func run(_ evidence: ChecklistEvidence, _ waivers: [ChecklistWaiver] = []) -> ChecklistRun {
        let byRule = Dictionary(uniqueKeysWithValues: waivers.map { ($0.rule, $0) })
        let results = ChecklistRule.all.map { $0.result(on: evidence, waiver: byRule[$0.id], at: now) }
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
            by: "Li",
            reason: "tonight",
            since: Self.now,
            until: Self.now.adding(seconds: Self.day)
        )
        #expect(rule.result(on: sample.evidence, waiver: waiver, at: Self.now).verdict == .pass)
        try sample.spoil(rule)
        let waived = rule.result(on: sample.evidence, waiver: waiver, at: Self.now)
        #expect(waived.verdict == .waived && waived.waiver == waiver && !waived.blocks)
        #expect(Self.run(sample.evidence, [waiver]).blocking.isEmpty)
        let later = rule.result(on: sample.evidence, waiver: waiver, at: Self.now.adding(seconds: Self.day))
        #expect(later.verdict == .fail && later.waiver == nil)
        let early = rule.result(on: sample.evidence, waiver: waiver, at: Self.now.adding(seconds: -1))
        #expect(early.verdict == .fail)
    }

    @Test("Evidence that is older than its rule allows proves nothing, and is never shown as a pass")
    func age() throws {
        let rule = try #require(ChecklistRule.named("world.clock"))
        var sample = try ChecklistSample()
        for (age, verdict) in [(Self.day, ChecklistVerdict.pass), (Self.day + 1, .notVerified)] {
            let looks = ChecklistSample.world([rule.id], isGood: true)
            sample.evidence.world = ChecklistSample.own(looks, at: Self.now.adding(seconds: -age))
            #expect(rule.result(on: sample.evidence, at: Self.now).verdict == verdict)
        }
    }

    @Test(
        "A run of another configuration, metadata or version proves nothing any more",
        arguments: [
            ChecklistRun.Surrounding(version: "0.2.0", configuration: "aa", metadata: "bb"),
            ChecklistRun.Surrounding(version: "0.1.0", configuration: "cc", metadata: "bb"),
            ChecklistRun.Surrounding(version: "0.1.0", configuration: "aa", metadata: nil),
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
        let later = run.seen(under: Self.here, at: Self.now.adding(seconds: 7 * Self.day + 1))
        #expect(later.results.allSatisfy { $0.verdict == .notVerified })
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
