import Onboarding
import SAML
import Testing
import XMLSecurity

@Suite("The rules of the checklist")
struct ChecklistRuleTests {
    @Test("Where everything holds, every rule passes", arguments: ChecklistRule.all.map(\.id))
    func passes(id: String) throws {
        let rule = try #require(ChecklistRule.named(id))
        let result = rule.result(on: try ChecklistSample().evidence, for: .live, at: ChecklistSample.now)
        #expect(result.verdict == .pass, "\(result.sentence.en) \(result.facts)")
        #expect(result.provenance != nil && result.takenAt != nil)
    }

    @Test("With what it asks for broken, no rule passes", arguments: ChecklistRule.all.map(\.id))
    func fails(id: String) throws {
        let rule = try #require(ChecklistRule.named(id))
        var sample = try ChecklistSample()
        try sample.spoil(rule)
        let result = rule.result(on: sample.evidence, for: .live, at: ChecklistSample.now)
        // Nobody fails for what a person has not done yet: it is not verified, and blocks all the same.
        let isAwaited = id.hasPrefix("manual.") || id.hasPrefix("live.")
        let expected: Set<ChecklistVerdict> = isAwaited ? [.notVerified] : [.fail, .warn]
        #expect(expected.contains(result.verdict), "\(result)")
        #expect(result.blocks)
    }

    @Test("A rule that breaks breaks alone", arguments: ChecklistRule.all.map(\.id))
    func alone(id: String) throws {
        let rule = try #require(ChecklistRule.named(id))
        var sample = try ChecklistSample()
        try sample.spoil(rule)
        let others = ChecklistRule.all.filter { $0.id != id }
        let broken = others.filter {
            $0.result(on: sample.evidence, for: .live, at: ChecklistSample.now).verdict == .fail
        }
        let isOfOneKind = !["request.", "notification.", "huawei.message.", "bss."].contains { id.hasPrefix($0) }
        if isOfOneKind { #expect(broken.map(\.id) == []) }
    }

    @Test("A rule whose evidence could not be taken is not verified, and says why")
    func missing() throws {
        for rule in ChecklistRule.all {
            let result = rule.result(on: ChecklistEvidence(), for: .live, at: ChecklistSample.now)
            #expect(result.verdict == .notVerified, "\(rule.id)")
            #expect(!result.sentence.en.isEmpty && !result.sentence.zh.isEmpty && result.takenAt == nil)
        }
    }

    @Test("Ids are unique, and every text is there in both languages")
    func texts() {
        #expect(Set(ChecklistRule.all.map(\.id)).count == ChecklistRule.all.count)
        for rule in ChecklistRule.all {
            for text in [rule.title, rule.hint] { #expect(!text.en.isEmpty && !text.zh.isEmpty, "\(rule.id)") }
            #expect(!rule.source.isEmpty)
        }
    }

    @Test("A stage has the rules of the stages before it")
    func stages() {
        let counts = ChecklistStage.allCases.map { ChecklistRule.of($0).count }
        #expect(counts == counts.sorted() && counts.last == ChecklistRule.all.count && counts[0] > 0)
        #expect(ChecklistRule.of(.prepare).allSatisfy { $0.stage == .prepare })
    }
}
