import Dispatch
import Foundation
import Onboarding
import SAML
import Synchronization
import Testing
import XMLSecurity

@testable import DrawbridgeCLI

@Suite("Looks of the checklist")
struct LookTimeoutTests {
    private static let now = Instant(seconds: 1_795_000_000)

    @Test("A look that hangs is given up, one that fails tells its own fault, one that ends in time has its value")
    func ends() async throws {
        await #expect(throws: LookTimeout.Passed.self) {
            try await LookTimeout.run(.milliseconds(20)) { try await Task.sleep(for: .seconds(3600)) }
        }
        await #expect(throws: CommandFailure.self) {
            try await LookTimeout.run(.seconds(60)) { throw CommandFailure(.unusable, "no", "否") }
        }
        #expect(try await LookTimeout.run(.seconds(60)) { 7 } == 7)
    }

    @Test("Looks that never give their thread away, more of them than cores, are not verified; the others are judged")
    func blocked() async throws {
        let gate = DispatchSemaphore(value: 0)
        @Sendable func block() { gate.wait() }
        func hanging<Value>(
            _ part: any WritableKeyPath<ChecklistEvidence, Evidence<Value>> & Sendable
        ) -> ChecklistLook {
            ChecklistLook(part, limit: .milliseconds(50)) {
                block()
                throw CommandFailure(.fault, "too late", "太迟")
            }
        }
        let looks = [
            hanging(\.keys), hanging(\.settings), hanging(\.store), hanging(\.whitelist), hanging(\.coverage),
            hanging(\.crossings), hanging(\.run), hanging(\.world), hanging(\.huaweiMetadata), hanging(\.ownMetadata),
        ]
        try #require(looks.count > ProcessInfo.processInfo.activeProcessorCount)
        let good = ChecklistLook(\.defences, at: Self.now) {
            DefenceEvidence((1...60).map { DefenceEvidence.Class(number: $0, tried: 1, open: []) })
        }
        let survey = ChecklistSurvey(looks: looks + [good])
        let evidence = await survey.evidence(of: ChecklistRule.all.reduce(into: []) { $0.formUnion($1.parts) })
        for _ in looks { gate.signal() }
        let hung = Set(looks.map { $0.part as PartialKeyPath<ChecklistEvidence> })
        for rule in ChecklistRule.all where rule.parts.isSubset(of: hung) {
            let result = rule.result(on: evidence, for: .live, at: Self.now)
            #expect(result.verdict == .notVerified && result.sentence.en.contains("It took longer than"), "\(result)")
        }
        let judged = ChecklistRule.all.filter { $0.parts == [\.defences] }
        #expect(!judged.isEmpty)
        for rule in judged { #expect(rule.result(on: evidence, for: .live, at: Self.now).verdict == .pass) }
    }

    @Test("Only the looks are taken that the rules need")
    func needed() async throws {
        let taken = Mutex<[String]>([])
        func look<Value>(
            _ part: any WritableKeyPath<ChecklistEvidence, Evidence<Value>> & Sendable,
            _ name: String
        ) -> ChecklistLook {
            ChecklistLook(part) {
                taken.withLock { $0.append(name) }
                return .missing(Bilingual("no", "否"))
            }
        }
        let survey = ChecklistSurvey(looks: [
            look(\.store, "store"), look(\.defences, "defences"), look(\.world, "world"),
        ])
        let rule = try #require(ChecklistRule.named("store.backup"))
        _ = await survey.evidence(of: rule.parts)
        #expect(taken.withLock { $0 } == ["store"])
        _ = await survey.evidence(of: [])
        #expect(taken.withLock { $0 } == ["store"])
    }

    @Test("Each look is told as it ends, before slower ones that began earlier")
    func order() async {
        let gate = DispatchSemaphore(value: 0)
        @Sendable func block() { gate.wait() }
        let slow = ChecklistLook(\.store) {
            block()
            return .missing(Bilingual("slow", "慢"))
        }
        let quick = ChecklistLook(\.keys) { .missing(Bilingual("quick", "快")) }
        var told: [PartialKeyPath<ChecklistEvidence>] = []
        _ = await ChecklistSurvey(looks: [slow, quick]).evidence(of: [slow.part, quick.part]) { part, _ in
            told.append(part)
            // The slow one ends when the quick one has been told.
            gate.signal()
        }
        #expect(told == [\.keys, \.store])
    }

    @Test("No more pass at a time than the turnstile is wide, and all come through")
    func turnstile() async {
        actor Count {
            var inside = 0
            var most = 0
            func enter() {
                inside += 1
                most = max(most, inside)
            }
            func leave() { inside -= 1 }
        }
        let (turnstile, count) = (Turnstile(3), Count())
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    await turnstile.enter()
                    await count.enter()
                    await Task.yield()
                    await count.leave()
                    await turnstile.leave()
                }
            }
        }
        #expect(await count.most <= 3)
        #expect(await count.inside == 0)
    }
}
