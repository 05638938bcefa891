public import Foundation

/// The command that was built beside the tests, run as a user runs it.
public struct DrawbridgeCommand: Sendable {
    /// Where it works.
    public let directory: URL

    /// Makes an empty directory to work in.
    public init() throws {
        directory = FileManager.default.temporaryDirectory.appending(path: "drawbridge-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    }

    /// The built command; `DRAWBRIDGE_EXECUTABLE` names another, which the scripts that measure use.
    public static let executable: URL = {
        if let other = ProcessInfo.processInfo.environment["DRAWBRIDGE_EXECUTABLE"] { return URL(filePath: other) }
        let bundle = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
        return bundle.appending(path: "drawbridge")
    }()

    /// Runs a command to its end.
    public func run(_ arguments: String..., environment: [String: String] = [:]) throws -> CommandLineTool.Outcome {
        try run(arguments, environment: environment)
    }

    /// Runs a command to its end.
    /// - Parameters:
    ///   - arguments: the command's.
    ///   - environment: what is set besides.
    ///   - input: what it reads from its standard input.
    /// - Returns: what came of it.
    /// - Throws: when it cannot be started.
    public func run(_ arguments: [String], environment: [String: String] = [:], input: String? = nil) throws
        -> CommandLineTool.Outcome
    {
        let process = make(arguments, environment)
        if let input { process.standardInput = try FileHandle(forReadingFrom: URL(filePath: file(".in", input))) }
        let output = directory.appending(path: ".out-\(UUID().uuidString)")
        let errors = directory.appending(path: ".err-\(UUID().uuidString)")
        for file in [output, errors] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        defer { for file in [output, errors] { try? FileManager.default.removeItem(at: file) } }
        return CommandLineTool.Outcome(
            status: process.terminationStatus,
            output: Array(try CommandLineTool.read(output)),
            errors: String(decoding: try CommandLineTool.read(errors), as: UTF8.self)
        )
    }

    /// Starts a command that goes on running; what it logs goes to `log` in the directory.
    public func start(_ arguments: String..., ports: (listen: Int, operations: Int)? = nil) throws -> Process {
        let environment = ports.map {
            ["DRAWBRIDGE_LISTEN_PORT": "\($0.listen)", "DRAWBRIDGE_OPERATIONS_PORT": "\($0.operations)"]
        }
        let process = make(arguments, environment ?? [:])
        let log = directory.appending(path: "log")
        if !FileManager.default.fileExists(atPath: log.path(percentEncoded: false)) { try Data().write(to: log) }
        let handle = try FileHandle(forWritingTo: log)
        try handle.seekToEnd()
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        return process
    }

    /// Writes a file into the directory and returns its path.
    public func file(_ name: String, _ content: String) throws -> String {
        let url = directory.appending(path: name)
        try Data(content.utf8).write(to: url)
        return url.path(percentEncoded: false)
    }

    private func make(_ arguments: [String], _ environment: [String: String]) -> Process {
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = arguments
        process.currentDirectoryURL = directory
        process.standardInput = FileHandle.nullDevice
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C"].merging(environment) { $1 }
        return process
    }
}
