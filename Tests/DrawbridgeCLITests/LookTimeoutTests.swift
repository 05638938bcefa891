import Testing

@testable import DrawbridgeCLI

@Suite("Looks of the checklist")
struct LookTimeoutTests {
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
