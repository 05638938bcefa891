import Foundation
import JointDebug
import SAML

/// Runs this program's own commands on an installation, as an operator would in a shell.
struct OwnCommands: Sendable {
    /// The installation's `drawbridge.yaml`.
    let configuration: String
    /// Variables beside those of this process.
    let environment: [String: String]

    /// A command that takes longer hangs.
    private static let seconds = 120

    @Sendable func run(_ arguments: [String]) async throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = arguments + ["--config", configuration, "--lang", "en"]
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        process.standardInput = FileHandle.nullDevice
        // Reading and waiting block, so that they get a thread of their own.
        return try await withCheckedThrowingContinuation { waiting in
            Thread.detachNewThread {
                do {
                    try process.run()
                    let watchdog = DispatchSource.makeTimerSource()
                    watchdog.setEventHandler { kill(process.processIdentifier, SIGKILL) }
                    watchdog.schedule(deadline: .now() + .seconds(Self.seconds))
                    watchdog.resume()
                    let text = output.fileHandleForReading.readDataToEndOfFile()
                    process.waitUntilExit()
                    watchdog.cancel()
                    waiting.resume(
                        returning: (process.terminationStatus, String(decoding: text, as: UTF8.self))
                    )
                } catch {
                    waiting.resume(throwing: error)
                }
            }
        }
    }
}
