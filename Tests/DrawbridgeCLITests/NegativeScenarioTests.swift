import TestSupport
import Testing

@testable import DrawbridgeCLI
@testable import JointDebug

/// Scenarios that expect a refusal, each played against somebody who does what should be refused: it fails, and at the
/// very step that expects the refusal.
@Suite("Each scenario can fail", .ownThread)
struct NegativeScenarioTests {
    /// What does not fail where it expects the refusal, and why.
    private static let exceptions = [
        // Between import and reload the new key is refused, and tried again; who says yes to it there, fails it there.
        "rollover.service-provider"
    ]

    /// The scenarios with a step that expects so, and which steps these are.
    private static func scenarios(_ expects: (ScenarioStep) -> Bool) throws -> [String: [Int]] {
        let all = try ScenarioSet.builtIn().map { scenario in
            (scenario.id, scenario.steps.indices.filter { expects(scenario.steps[$0]) })
        }
        return Dictionary(uniqueKeysWithValues: all.filter { !$0.1.isEmpty })
    }

    private static func check(_ run: RunRecord, _ negative: [String: [Int]]) {
        #expect(!negative.isEmpty && Set(run.scenarios.map(\.id)).isSuperset(of: negative.keys))
        for scenario in run.scenarios {
            guard let steps = negative[scenario.id] else { continue }
            #expect(scenario.verdict == .failed, "\(scenario.id) cannot fail")
            let isThere = steps.contains(scenario.steps.count - 1) || exceptions.contains(scenario.id)
            #expect(
                isThere,
                "\(scenario.id) fails at step \(scenario.steps.count): \(String(describing: scenario.failure))"
            )
        }
    }

    private static func play(_ run: ProxiedRun, _ fault: ProxyFault, _ negative: [String: [Int]]) async throws {
        check(try await run.play(fault, ["--scenario"] + negative.keys.sorted()), negative)
    }

    @Test("Against an identity provider that never refuses")
    func neverRefuses() async throws {
        let negative = try Self.scenarios { step in
            let isAnswered = step.action == SendRequest.self || step.action == SignIn.self
            return step.expected["refused"] != nil && step.action != PostResponse.self
                || step.expected["status"] != nil && isAnswered
        }
        #expect(negative.count >= 40)
        let run = try await ProxiedRun()
        try await Self.play(run, .neverRefuses(login: run.addresses.loginOrigin), negative)
    }

    @Test("Against an identity provider that never sends anybody to the portal")
    func neverAsks() async throws {
        let negative = try Self.scenarios { $0.expected["answer"] == "portal" }
        try await Self.play(ProxiedRun(), .neverAsksThePortal, negative)
    }

    @Test("Where HUAWEI CLOUD refuses: against one that takes every Response")
    func takesAnyResponse() async throws {
        let negative = try Self.scenarios { $0.action == PostResponse.self && $0.expected["refused"] != nil }
        let run = try await ProxiedRun()
        let consumer = run.addresses.loginOrigin + "/authui/saml/SAMLAssertionConsumer"
        try await Self.play(run, .takesAnyResponse(base: run.addresses.baseURL, consumer: consumer), negative)
    }

    @Test("And against one that turns everybody away every scenario fails that asks it at all")
    func refusesAll() async throws {
        let asking = try ScenarioSet.builtIn().filter { scenario in
            scenario.family != .load && (scenario.family != .bss || scenario.needs.contains(.handOff))
        }
        let run = try await ProxiedRun().play(.turnsEverybodyAway, ["--scenario"] + asking.map(\.id))
        #expect(run.count(.failed) == asking.count, "\(run.scenarios.filter { $0.verdict != .failed }.map(\.id))")
    }
}
