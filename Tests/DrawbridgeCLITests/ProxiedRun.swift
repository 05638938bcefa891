import Foundation
import JointDebug
import TestSupport
import Testing

@testable import DrawbridgeCLI

/// `joint-debug run`, with a proxy in front of its Drawbridge: the proxy has the address that everybody knows.
struct ProxiedRun: Sendable {
    /// Whole runs wait for one another's steps when too many share this machine.
    private static let turnstile = Turnstile(3)

    let command: DrawbridgeCommand
    let addresses: JointDebugWorkshop.Addresses
    private let upstream: Int

    init() async throws {
        command = try DrawbridgeCommand()
        let ports = try await FreePorts.find(7)
        addresses = JointDebugWorkshop.Addresses(
            identityProvider: ports[0],
            operations: ports[1],
            login: ports[2],
            console: ports[3],
            portal: ports[4],
            bss: ports[5]
        )
        upstream = ports[6]
        let folder = command.directory.appending(path: "d/simulation")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(JSONText.encode(addresses).utf8).write(to: folder.appending(path: "addresses.json"))
    }

    /// Plays scenarios.
    func play(
        _ fault: ProxyFault?,
        _ arguments: [String] = [],
        environment: [String: String] = [:]
    ) async throws -> RunRecord {
        let outcome = try await outcome(fault, arguments + ["--format", "json"], environment: environment)
        let run = try? JSONText.decode(RunRecord.self, from: outcome.output)
        return try #require(run, "\(outcome.errors) \(String(decoding: outcome.output, as: UTF8.self))")
    }

    /// What the command says.
    func outcome(
        _ fault: ProxyFault?,
        _ arguments: [String],
        environment: [String: String] = [:]
    ) async throws -> CommandLineTool.Outcome {
        await Self.turnstile.enter()
        let result: Result<CommandLineTool.Outcome, any Error>
        do {
            result = .success(
                try await run(["joint-debug", "run", "--directory", "d"] + arguments, fault, environment)
            )
        } catch {
            result = .failure(error)
        }
        await Self.turnstile.leave()
        return try result.get()
    }

    private func run(
        _ words: [String],
        _ fault: ProxyFault?,
        _ environment: [String: String]
    ) async throws -> CommandLineTool.Outcome {
        guard let fault else { return try await run(words, environment) }
        let proxy = ReverseProxy(port: addresses.identityProvider, upstream: upstream, fault: fault)
        let own = ["DRAWBRIDGE_LISTEN_PORT": String(upstream)].merging(environment) { $1 }
        return try await withThrowingTaskGroup(of: CommandLineTool.Outcome?.self) { group in
            group.addTask {
                try await proxy.run()
                return nil
            }
            group.addTask { try await run(words, own) }
            // The proxy ends before the run only when it cannot listen.
            let outcome = try await group.next() ?? nil
            group.cancelAll()
            return try #require(outcome)
        }
    }

    // Off the thread of the test: the proxy must answer there meanwhile.
    private func run(_ words: [String], _ environment: [String: String]) async throws -> CommandLineTool.Outcome {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try command.run(words, environment: environment) })
            }
        }
    }
}
