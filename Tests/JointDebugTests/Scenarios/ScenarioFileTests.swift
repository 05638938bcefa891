import SAML
import Testing

@testable import JointDebug

@Suite("Scenario files")
struct ScenarioFileTests {
    @Test("The scenarios that come with the program can be read, and each family has some")
    func builtIn() throws {
        let scenarios = try ScenarioSet.builtIn()
        #expect(scenarios.count >= 60)
        #expect(Set(scenarios.map(\.id)).count == scenarios.count)
        for family in ScenarioFamily.allCases {
            #expect(scenarios.contains { $0.family == family }, "\(family)")
        }
        for scenario in scenarios {
            #expect(scenario.id.hasPrefix(scenario.family.rawValue + "."))
            #expect(scenario.purpose.en != scenario.purpose.zh, "\(scenario.id)")
        }
    }

    private static let good = """
        - id: sign-on.mine
          purpose: { en: mine, zh: 我的 }
          source: mine
          needs: [hand-off]
          proves: [request.fixture]
          alone: true
          steps:
            - do: cross
              with: { first-login: "false" }
            - do: check-response
              within: 3
              title: { en: looked at, zh: 检查 }
              expect: { attribute.xUserId: "{user}" }
        """

    @Test("A scenario of one's own has its steps, and `cross` stands for the whole way")
    func own() throws {
        let scenario = try #require(ScenarioFile.scenarios(in: Self.good, named: "mine.yaml").first)
        #expect(scenario.needs == [.handOff] && scenario.proves == ["request.fixture"] && scenario.isAlone)
        let actions = scenario.steps.map { $0.action.name }
        #expect(
            actions == [
                "hand-over", "open-login-link", "send-request", "check-response", "post-response", "check-response",
            ]
        )
        #expect(scenario.steps[0].parameters == ["first-login": "false"])
        #expect(scenario.steps[5].within == 3 && scenario.steps[5].title.zh == "检查")
    }

    @Test(
        "What is wrong is told with its line",
        arguments: [
            ("a: b: c: [", "YAML"), ("text", "list of scenarios"), ("- 1", "mine.yaml:1"),
            (good.replacing("sign-on.mine", with: "mine.mine"), "begins with none of metadata"),
            (good.replacing("[hand-off]", with: "[magic]"), "needs 'magic'"),
            (good.replacing("do: cross", with: "do: fly"), "mine.yaml:8: There is no 'fly'"),
            (good.replacing("within", with: "until"), "mine.yaml:11: There is no 'until'"),
            (good.replacing("first-login:", with: "first:"), "'cross' has no with 'first'"),
            (good.replacing("attribute.xUserId", with: "attributes"), "'check-response' has no expect 'attributes'"),
            (good.replacing("zh: 我的", with: "fr: le mien"), "There is no 'fr' here; en, zh"),
            (good.replacing("alone: true", with: "alone: maybe"), "true or false"),
            (good.replacing("within: 3", with: "within: soon"), "'within' is a number"),
            (good + "\n" + good, "sign-on.mine stands twice"),
            (String(good.split(separator: "  steps:")[0]), "'steps' is a list"),
        ]
    )
    func damaged(text: String, says: String) throws {
        let error = try #require(throws: ScenarioError.self) {
            try ScenarioFile.scenarios(in: text, named: "mine.yaml")
        }
        #expect(error.message.en.contains(says), "\(error.message.en)")
        #expect(error.message.zh != error.message.en)
    }

    @Test("A file beyond all measure is not read")
    func long() {
        let text = String(repeating: "#", count: ScenarioFile.longest + 1)
        #expect(throws: ScenarioError.self) { try ScenarioFile.scenarios(in: text, named: "mine.yaml") }
    }

    @Test("Names in braces stand for the run's own values, and what is not known stays")
    func names() throws {
        let step = try #require(ScenarioFile.scenarios(in: Self.good, named: "mine.yaml").first?.steps.last)
        let input = StepInput(step, names: ["user": "user-7"])
        #expect(input.expected(under: "attribute.").map(\.value) == ["user-7"])
        #expect(StepInput(step, names: [:]).expected["attribute.xUserId"] == "{user}")
    }
}
