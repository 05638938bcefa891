import TestSupport
import Testing

@testable import DrawbridgeCLI
@testable import JointDebug

@Suite("Options of steps: each is looked at, and each expectation can fail", .ownThread)
struct ScenarioOptionTests {
    private static func file(_ options: [ScenarioOption], _ name: String) -> String {
        options.enumerated().map { number, option in
            let steps = (option.before.steps + ["{ \(option.step) }"]).map { "    - \($0)" }.joined(separator: "\n")
            return """
                - id: requests.\(name)-\(number)
                  purpose: { en: shown, zh: 展示 }
                  source: test
                  steps:
                \(steps)

                """
        }.joined()
    }

    private static func names(_ scenarios: [Scenario], _ all: KeyPath<ScenarioStep, [String: String]>) -> Set<String> {
        Set(
            scenarios.flatMap(\.steps).flatMap { step in
                step[keyPath: all].keys.map { name in
                    // `attribute.` stands for all that begin with it.
                    let family = name.hasPrefix("attribute.") ? "attribute." : name
                    return "\(step.action.name) \(family)"
                }
            }
        )
    }

    // What only calls of the BSS use has tests of its own.
    private static func declared(_ all: (any ScenarioAction.Type) -> Set<String>) throws -> Set<String> {
        let steps = try ScenarioSet.builtIn().filter { $0.family != .bss }.flatMap(\.steps)
        let used = Set(steps.map { $0.action.name })
        let actions = ScenarioActions.all.filter { used.contains($0.name) }
        return Set(actions.flatMap { action in all(action).map { "\(action.name) \($0)" } })
    }

    /// Shown by the rollover of the identity provider's key, which is looked at until it holds.
    private static let shownElsewhere: Set = ["fetch-metadata first-certificate"]

    @Test("Every option that an action declares is given to it by a scenario, here or of the program")
    func given() throws {
        let own = try ScenarioFile.scenarios(in: Self.file(ScenarioOption.held, "held"), named: "held.yaml")
        let scenarios = try ScenarioSet.builtIn() + own
        #expect(try Self.declared { $0.parameters }.subtracting(Self.names(scenarios, \.parameters)) == [])
        #expect(try Self.declared { $0.expectations }.subtracting(Self.names(scenarios, \.expected)) == [])
    }

    @Test("Every expectation that an action declares is given to it here with something that is not so")
    func refuted() throws {
        let text = Self.file(ScenarioOption.failing, "failing")
        let failing = try ScenarioFile.scenarios(in: text, named: "failing.yaml")
        let missing = try Self.declared { $0.expectations }.subtracting(Self.names(failing, \.expected))
        #expect(missing == Self.shownElsewhere)
    }

    // A step that held without a look at what it was given fails by that name, so that to hold is to have looked.
    @Test("What is so holds and was looked at; what is not so fails, for that reason and at that step")
    func played() async throws {
        let run = try await ProxiedRun()
        let text = Self.file(ScenarioOption.held, "held") + Self.file(ScenarioOption.failing, "failing")
        _ = try run.command.file("options.yaml", text)
        let record = try await run.play(nil, ["--file", "options.yaml"])
        #expect(record.scenarios.count == ScenarioOption.held.count + ScenarioOption.failing.count)
        for (option, scenario) in zip(ScenarioOption.held + ScenarioOption.failing, record.scenarios) {
            let reason = scenario.failure?.failure?.sentence.en
            if scenario.id.hasPrefix("requests.held") {
                #expect(reason == nil, "\(option.step): \(reason ?? "")")
            } else {
                #expect(scenario.steps.last?.failure != nil, "\(option.step) holds")
                #expect(scenario.steps.count == self.count(of: option), "\(option.step): \(reason ?? "")")
                #expect(reason?.hasPrefix("Nothing here looks at") == false, "\(option.step): \(reason ?? "")")
            }
        }
    }

    private func count(of option: ScenarioOption) -> Int {
        let crossing = option.before == .crossed ? 4 : 0
        return option.before.steps.count + crossing + 1
    }
}
