import Foundation
import JointDebug
import TestSupport
import Testing

@Suite(
    "joint-debug run --against plays the BSS where a Drawbridge of this machine is configured to call it",
    .ownThread
)
struct BSSAgainstTests {
    private static func configure(_ command: DrawbridgeCommand, _ ports: [Int], _ bss: String) throws {
        let text = """
            base_url: https://idp.example.com
            huawei:
              site: simulation
              platform_id: test_IDP
              simulation:
                login: http://localhost:\(ports[0])
                console: http://127.0.0.2:\(ports[1])
            first_login:
              when_unknown: true
            \(bss)

            """
        _ = try command.file("drawbridge.yaml", text)
    }

    /// The verdicts of the scenarios, with why one was not run.
    private static func play(_ command: DrawbridgeCommand, _ ports: [Int]) async throws -> [String: (String, String)] {
        let arguments = [
            "joint-debug", "run", "--against", "metadata/idp-metadata.xml", "--platform", "test_IDP", "--config",
            "drawbridge.yaml", "--directory", "harness", "--family", "bss", "--format", "json", "--login-port",
            String(ports[0]), "--console-port", String(ports[1]), "--bss-port", String(ports[2]),
        ]
        let outcome = try await withCheckedThrowingContinuation { waiting in
            Thread.detachNewThread { waiting.resume(with: Result { try command.run(arguments) }) }
        }
        let run = try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any]
        let scenarios = try #require(run?["scenarios"] as? [[String: Any]], "\(outcome.errors)")
        return Dictionary(
            uniqueKeysWithValues: scenarios.map { scenario in
                let why = (scenario["missing"] as? [String: String])?["en"] ?? "\(scenario["steps"] ?? "")"
                return (scenario["id"] as? String ?? "-", (scenario["verdict"] as? String ?? "-", why))
            }
        )
    }

    @Test("Without the configuration it is said what is missing; with it the scenarios are played")
    func against() async throws {
        let installation = try Installation()
        let command = installation.command
        let ports = try await FreePorts.find(3)
        try Self.configure(command, ports, "")
        try #require(installation.run("metadata", "generate").status == 0)
        let without = try await Self.play(command, ports)
        #expect(without["bss.caller"]?.0 == "not-run" && without["bss.caller"]?.1.contains("bss.endpoint") == true)

        let bss = "bss:\n  endpoint: http://127.0.0.1:\(ports[2])\n  credentials_file: harness/bss/partner.yaml"
        try Self.configure(command, ports, bss)
        let with = try await Self.play(command, ports)
        for (id, (verdict, why)) in with {
            // A portal's key was not given.
            let needsPortal = ["bss.created-customer", "bss.lost-notification"].contains(id)
            #expect(verdict == (needsPortal ? "not-run" : "passed"), "\(id): \(why)")
        }
        #expect(with.count > 9)
    }
}
