import Foundation
import TestSupport
import Testing

@Suite("Scenarios can fail: one wrong setting makes one family fail")
struct BrokenConfigurationTests {
    @Test(
        "A setting that breaks one thing fails the scenarios of that family, and no others",
        arguments: [
            ("DRAWBRIDGE_ATTRIBUTES_OPTIONAL", "never", "attributes"),
            ("DRAWBRIDGE_SKEW", "600", "sign-on"),
            ("DRAWBRIDGE_BSS_CREDENTIALS_FILE", "missing.yaml", "bss"),
        ]
    )
    func broken(variable: String, value: String, family: String) throws {
        let command = try DrawbridgeCommand()
        let outcome = try command.run(
            ["joint-debug", "run", "--directory", "d", "--format", "json"],
            environment: [variable: value]
        )
        #expect(outcome.status == 1, "\(outcome.errors)")
        let run = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any])
        let scenarios = try #require(run["scenarios"] as? [[String: Any]])
        let failed = scenarios.filter { $0["verdict"] as? String == "failed" }
        let families = Set(failed.compactMap { $0["family"] as? String })
        #expect(families == [family], "\(failed.compactMap { $0["id"] })")
        #expect(scenarios.count > 90)
    }
}
