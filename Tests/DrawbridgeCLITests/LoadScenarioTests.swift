import TestSupport
import Testing

@Suite("Many customers at once", .ownThread)
struct LoadScenarioTests {
    private static let short = """
        - id: load.short
          purpose: { en: fifty, zh: 五十 }
          source: test
          steps:
            - do: load
              with: { customers: "50", parallel: "16" }
        """

    private static func play(_ fault: ProxyFault?) async throws -> (status: Int32, text: String) {
        let run = try await ProxiedRun()
        _ = try run.command.file("short.yaml", short)
        let outcome = try await run.outcome(fault, ["--file", "short.yaml", "--family", "load", "--lang", "en"])
        return (outcome.status, String(decoding: outcome.output, as: UTF8.self) + outcome.errors)
    }

    private static let figures = [
        "customers: 50, 16 at once", " sign-ons/s", "median: ", "99th percentile: ", " signatures/s, RSA ",
        "a sign-on costs: ",
    ]

    @Test("All of them arrive, and throughput, median and 99th percentile stand beside the rate of RSA alone")
    func good() async throws {
        let (status, text) = try await Self.play(nil)
        #expect(status == 0, "\(text)")
        for figure in Self.figures + ["errors: 0"] { #expect(text.contains(figure), "\(figure): \(text)") }
    }

    @Test("Five of fifty are turned away: they are counted, the figures are told all the same, and the run fails")
    func errors() async throws {
        let (status, text) = try await Self.play(.turnsEveryTenthAway)
        #expect(status == 1, "\(text)")
        let wanted = [
            "errors: 5", "error: 5 × The answer is a refusal (503), not response", "5 of 50 customers did not arrive",
        ]
        for figure in Self.figures + wanted { #expect(text.contains(figure), "\(figure): \(text)") }
    }
}
