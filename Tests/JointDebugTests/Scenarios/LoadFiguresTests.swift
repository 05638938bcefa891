import SAML
import Testing

@testable import JointDebug

@Suite("The figures of a load")
struct LoadFiguresTests {
    private static func figures(_ outcomes: [LoadCrossing.Outcome]) -> LoadFigures {
        LoadFigures(outcomes, width: 32, seconds: 2, rsa: (rate: 1000, key: "RSA-2048"))
    }

    private static func texts(_ figures: LoadFigures) -> [String] { figures.facts.map { "\($0.name.en): \($0.value)" } }

    private static let arrived = (1...200).map { LoadCrossing.Outcome(milliseconds: Int64($0), failure: nil) }

    @Test("Throughput, median and 99th percentile stand beside RSA alone")
    func good() {
        let figures = Self.figures(Self.arrived.reversed())
        #expect(figures.failure == nil)
        #expect(
            Self.texts(figures) == [
                "customers: 200, 32 at once", "errors: 0", "throughput: 100 sign-ons/s", "median: 100 ms",
                "99th percentile: 198 ms", "RSA alone, one core: 1000 signatures/s, RSA-2048",
                "a sign-on costs: 10.0 signatures of one core",
            ]
        )
    }

    @Test("Errors are counted by their reasons, and the figures of those that arrived are told all the same")
    func errors() {
        let reasons = ["refused", "no answer", "refused"].map { LoadCrossing.Outcome(milliseconds: nil, failure: $0) }
        let figures = Self.figures(Array(Self.arrived.prefix(5)) + reasons)
        #expect(figures.failure?.sentence.en == "3 of 8 customers did not arrive; most often: refused")
        #expect(
            Self.texts(figures).prefix(7) == [
                "customers: 8, 32 at once", "errors: 3", "error: 2 × refused", "error: 1 × no answer",
                "throughput: 2.5 sign-ons/s", "median: 3 ms", "99th percentile: 5 ms",
            ]
        )
    }

    @Test("When nobody arrives there is no time to tell")
    func none() {
        let figures = Self.figures([LoadCrossing.Outcome(milliseconds: nil, failure: "refused")])
        #expect(
            Self.texts(figures) == [
                "customers: 1, 32 at once", "errors: 1", "error: 1 × refused", "throughput: 0.0 sign-ons/s",
                "RSA alone, one core: 1000 signatures/s, RSA-2048",
            ]
        )
        #expect(figures.failure != nil)
    }

    @Test("Without a number a thousand customers cross")
    func usual() throws {
        let text = """
            - id: load.mine
              purpose: { en: mine, zh: 我的 }
              source: mine
              steps: [{ do: load }]
            """
        #expect(try ScenarioFile.scenarios(in: text, named: "x.yaml")[0].steps[0].parameters.isEmpty)
        #expect(SendLoad.usual.customers == 1000)
        let builtIn = try ScenarioSet.builtIn().first { $0.id == "load.thousand" }
        #expect(builtIn?.isAlone == true)
        #expect(builtIn?.steps[0].parameters["customers"] == "1000")
    }
}
