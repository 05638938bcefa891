import Onboarding
import Testing
import XMLSecurity

@Suite("What holds after any sequence of events")
struct AssociationSequenceTests {
    /// Numbers that look random and are the same in each run.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private static let accounts = [CloudAccount(id: "domain-1"), CloudAccount(id: "domain-2", name: "b")]

    private static func event(_ generator: inout Generator) -> AssociationEvent {
        let account = accounts.randomElement(using: &generator) ?? accounts[0]
        switch UInt8.random(in: 0..<6, using: &generator) {
        case 0: return .firstLogin
        case 1: return .bind(account, isFirstLoginOpen: true)
        case 2: return .bind(account, isFirstLoginOpen: false)
        case 3: return .unbind(account)
        default:
            let state = AssociationState.allCases.randomElement(using: &generator) ?? .unknown
            let named = Bool.random(using: &generator) ? account : nil
            return .stated(state, state == .bound || state == .unbound ? named : nil, by: .api)
        }
    }

    @Test("A thousand sequences of forty events keep every rule", arguments: 0..<10)
    func sequences(seed: UInt64) {
        for sequence in UInt64(0)..<100 {
            var generator = Generator(state: seed &* 1_000 &+ sequence)
            var present: Association?
            var time = Instant(seconds: 1_795_000_000)
            for _ in 0..<40 {
                time = time.adding(seconds: 1)
                let event = Self.event(&generator)
                let judged = AssociationRule.judge(event, of: "a", present: present, at: time)
                Self.check(event, present, judged, at: time)
                let again = AssociationRule.judge(event, of: "a", present: judged.association, at: time)
                #expect(again.outcome != .applied, "the same event once more changes nothing: \(event)")
                #expect(again.association == judged.association)
                present = judged.association
            }
        }
    }

    private static func check(
        _ event: AssociationEvent,
        _ present: Association?,
        _ judged: AssociationJudgement,
        at time: Instant
    ) {
        let changed = judged.association != present
        #expect(changed == (judged.outcome == .applied))
        #expect(judged.outcome != .unattributed, "that is said before an account is known")
        #expect(!changed || judged.association?.since == time)
        switch event {
        case .firstLogin:
            #expect(!changed || judged.association?.state == .pending)
        case .bind(let account, let isFirstLoginOpen):
            #expect(!changed || isFirstLoginOpen, "a bind is taken in a first login only")
            #expect(!changed || judged.association?.cloudAccount == account)
        case .unbind:
            #expect(!changed, "an unbind that passes through a browser changes nothing")
            let wasNeverBound = present == nil || present?.state == .unknown || present?.state == .pending
            #expect(!wasNeverBound || judged.outcome == .suspicious)
        case .stated(let state, _, _):
            #expect(judged.association?.state == state, "an operator is obeyed")
        }
        let hasAccount = judged.association?.cloudAccount != nil
        let mayHave = judged.association?.state == .bound || judged.association?.state == .unbound
        #expect(!hasAccount || mayHave)
    }
}
