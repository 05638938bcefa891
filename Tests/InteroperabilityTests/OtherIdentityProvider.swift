import Foundation
import JointDebug
import SAML
import Testing

/// An identity provider that is not Drawbridge, in a process of its own.
final class OtherIdentityProvider {
    private let stage: HarnessStage
    private let metadata: String
    private let process = Process()

    /// Starts it and waits until it serves its metadata.
    /// - Parameters:
    ///   - stage: its port and its directory.
    ///   - metadata: the path of its metadata.
    ///   - command: the program with its arguments.
    ///   - environment: what is set besides.
    ///   - input: what it reads from its standard input.
    /// - Throws: what it said, when it ends instead.
    init(
        on stage: HarnessStage,
        metadata: String,
        _ command: [String],
        environment: [String: String] = [:],
        input: String = ""
    ) async throws {
        self.stage = stage
        self.metadata = stage.origin + metadata
        try stage.write(input, to: "input")
        try stage.write("", to: "log")
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle(forReadingAtPath: stage.path("input"))
        let log = FileHandle(forWritingAtPath: stage.path("log"))
        process.standardOutput = log
        process.standardError = log
        try process.run()
        try await waitUntilItAnswers()
    }

    deinit { stop() }

    /// Plays one scenario against it.
    func play(_ scenario: String) async throws -> HarnessStage.Outcome {
        try await stage.play(scenario, against: metadata)
    }

    /// Of all scenarios it fails exactly these; prints how many of each family it passes.
    func expectFails(_ scenarios: Set<String>) async throws {
        let outcome = try await stage.play(against: metadata)
        let lines = outcome.text.split(separator: "\n")
        let failed = lines.compactMap { $0.firstMatch(of: /^[0-9]+\/[0-9]+ ✗ (\S+)/).map { String($0.1) } }
        #expect(Set(failed) == scenarios, "\(outcome.text)")
        for line in lines.drop(while: { !$0.hasPrefix("FAMILY") }).prefix(11) { print("scenarios:", line) }
    }

    /// It passes the scenarios.
    func expectPasses(_ scenarios: [String]) async throws {
        for scenario in scenarios {
            let outcome = try await play(scenario)
            #expect(outcome.status == 0 && outcome.text.contains("✓ \(scenario)"), "\(outcome.text)")
        }
    }

    /// The harness finds the fault and says so.
    func expect(_ fault: ConfigurationFault) async throws {
        let outcome = try await play(fault.scenario)
        #expect(outcome.status == 1)
        #expect(
            outcome.text.contains("✗ \(fault.scenario)") && outcome.text.contains(fault.says),
            "\(outcome.text)"
        )
    }

    private func waitUntilItAnswers() async throws {
        var browser = Browser(language: .en)
        // Two minutes on an idle machine; each attempt takes longer on a busy one.
        for _ in 0..<2400 where process.isRunning {
            if let answer = try? await browser.open(metadata), answer.status == 200 { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        stop()
        let log = try String(contentsOfFile: stage.path("log"), encoding: .utf8)
        throw PeerPython.Missing(description: "\(process.arguments ?? []) does not serve \(metadata): \(log)")
    }

    private func stop() {
        guard process.isRunning else { return }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
