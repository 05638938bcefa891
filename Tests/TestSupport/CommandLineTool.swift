import Foundation

/// A command of another project, the second opinion on metadata.
///
/// One that is not installed fails the test.
public enum CommandLineTool: Sendable {
    /// What came of it.
    public struct Outcome: Sendable {
        /// Its exit status.
        public let status: Int32
        /// Its standard output.
        public let output: [UInt8]
        /// Its standard error.
        public let errors: String
    }

    /// Runs it in a directory of its own that holds the files given; its standard input is empty.
    ///
    /// An argument that is a file's name becomes its whole path: `samlsign` looks for others below `/etc`.
    public static func run(_ tool: String, _ arguments: [String], files: [String: [UInt8]] = [:]) throws -> Outcome {
        let directory = FileManager.default.temporaryDirectory.appending(path: "drawbridge-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        for (name, bytes) in files {
            try Data(bytes).write(to: directory.appending(path: name))
        }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            [tool] + arguments.map { files[$0] == nil ? $0 : directory.appending(path: $0).path(percentEncoded: false) }
        process.currentDirectoryURL = directory
        process.standardInput = FileHandle.nullDevice
        let output = directory.appending(path: "standard-output")
        let errors = directory.appending(path: "standard-error")
        for file in [output, errors] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            output: Array(try read(output)),
            errors: String(decoding: try read(errors), as: UTF8.self)
        )
    }

    /// Runs it as ``run(_:_:files:)`` does, waiting on a thread of its own: the threads that tests share are few.
    public static func inBackground(_ tool: String, _ arguments: [String]) async throws -> Outcome {
        try await withCheckedThrowingContinuation { waiting in
            Thread.detachNewThread { waiting.resume(with: Result { try run(tool, arguments) }) }
        }
    }

    // Foundation's Data(contentsOf:) leaks its buffer for an empty file, which the leak sanitizer reports.
    static func read(_ file: URL) throws -> Data {
        try FileHandle(forReadingFrom: file).readToEnd() ?? Data()
    }
}
