import Foundation

/// Runs a program to its end, off the threads that tasks share.
enum ChildProcess {
    /// A program that takes longer hangs.
    private static let seconds = 120

    static func run(
        _ path: String,
        _ arguments: [String],
        environment: [String: String] = [:],
        input: [UInt8] = []
    ) async throws -> (status: Int32, output: String) {
        try await withCheckedThrowingContinuation { waiting in
            // Reading and waiting block, so that they get a thread of their own.
            Thread.detachNewThread {
                waiting.resume(with: Result { try outcome(path, arguments, environment, input) })
            }
        }
    }

    private static func outcome(
        _ path: String,
        _ arguments: [String],
        _ environment: [String: String],
        _ input: [UInt8]
    ) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let (output, given) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = output
        process.standardInput = given
        try process.run()
        let watchdog = DispatchSource.makeTimerSource()
        watchdog.setEventHandler { kill(process.processIdentifier, SIGKILL) }
        watchdog.schedule(deadline: .now() + .seconds(seconds))
        watchdog.resume()
        // A program that does not read is no fault.
        Thread.detachNewThread {
            try? given.fileHandleForWriting.write(contentsOf: Data(input))
            try? given.fileHandleForWriting.close()
        }
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        watchdog.cancel()
        return (process.terminationStatus, String(decoding: text, as: UTF8.self))
    }
}
