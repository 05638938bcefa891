import Attacks
import SAML
import Testing

@Suite("Attacks against this build")
struct AttackTests {
    @Test("The valid messages are taken", arguments: AttackCarrier.allCases)
    func valid(carrier: AttackCarrier) throws {
        #expect(AttackRun(Stand.material, judges: Stand.judges).takesValidMessage(carrier))
    }

    @Test("Every attack is refused by a class that was expected, or reads as it was signed", arguments: Attack.all)
    func refused(attack: Attack) throws {
        let outcome = try #require(AttackRun(Stand.material, judges: Stand.judges).outcomes(of: [attack]).first)
        #expect(outcome.isDefended, "\(outcome.result)")
    }

    @Test("Each number stands in exactly one of the two lists")
    func numbers() {
        let tried = Set(Attack.all.map(\.number))
        let untried = InapplicableAttack.all.map(\.number)
        #expect(tried.isDisjoint(with: untried))
        #expect(Set(untried).count == untried.count)
        #expect(tried.union(untried) == Set(1...Attack.lastNumber))
    }

    @Test("Each id is its own, each text is there in both languages")
    func texts() {
        #expect(Set(Attack.all.map(\.id)).count == Attack.all.count)
        for text in Attack.all.map(\.title) + InapplicableAttack.all.map(\.reason) {
            #expect(!text.en.isEmpty && !text.zh.isEmpty)
        }
    }

    @Test("A judge that refuses everything defends against nothing")
    func refusesEverything() {
        let never: @Sendable () -> AttackJudges.Judge = { { _ in .refused(Refusal(.schemaMalformed)) } }
        let judges = AttackJudges(response: never, query: never, form: never, logout: never, metadata: never)
        let outcomes = AttackRun(Stand.material, judges: judges).outcomes()
        #expect(outcomes.count == Attack.all.count)
        #expect(outcomes.allSatisfy { !$0.isDefended && $0.found == "not-applied" })
    }

    @Test("A judge that takes everything is found out by every attack")
    func takesEverything() {
        let always: @Sendable () -> AttackJudges.Judge = { { _ in .accepted(reading: []) } }
        let judges = AttackJudges(response: always, query: always, form: always, logout: always, metadata: always)
        let outcomes = AttackRun(Stand.material, judges: judges).outcomes()
        #expect(outcomes.allSatisfy { !$0.isDefended && $0.found == "ACCEPTED" })
    }
}
