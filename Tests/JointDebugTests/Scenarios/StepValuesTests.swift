import SAML
import Testing

@testable import JointDebug

@Suite("Nothing that a step is given is passed over in silence")
struct StepValuesTests {
    @Test("What is asked for is remembered; to list all is not to ask")
    func memory() {
        let values = StepValues(["a": "1", "b": "2", "attribute.x": "3", "attribute.y": "4"])
        #expect(values.unasked == ["a", "attribute.x", "attribute.y", "b"])
        #expect(values["a"] == "1" && values["none"] == nil)
        #expect(values.map(\.key).count == 4)
        #expect(values.unasked == ["attribute.x", "attribute.y", "b"])
        #expect(values.under("attribute.").map(\.name) == ["x", "y"])
        #expect(values.unasked == ["b"])
    }

    @Test(
        "A step holds when its action looks at all that it was given, and fails by name of what it did not look at",
        arguments: [
            (["seen": "1"], ["seen": "1"], nil),
            (["seen": "1", "unseen": "1"], [:], "Nothing here looks at with unseen"),
            ([:], ["unseen": "1"], "Nothing here looks at expect unseen"),
            (["unseen": "1"], ["unseen": "1"], "Nothing here looks at with unseen, expect unseen"),
        ] as [([String: String], [String: String], String?)]
    )
    func held(parameters: [String: String], expected: [String: String], failure: String?) async throws {
        let step = TestStage.step(LookAway.self, parameters, expecting: expected)
        let player = ScenarioPlayer(
            scenario: TestStage.scenario("s", [step]),
            number: 1,
            stage: try TestStage.make()
        )
        #expect(await player.run().failure?.sentence.en == failure)
    }
}
