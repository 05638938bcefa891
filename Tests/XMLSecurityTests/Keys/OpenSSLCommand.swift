import Foundation

/// The `openssl` command, the second opinion on everything written here.
enum OpenSSLCommand {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Runs it in a directory of its own with the files given, and returns what it printed.
    ///
    /// Its standard input is empty: a command that asks for a passphrase fails.
    static func run(_ arguments: [String], files: [String: [UInt8]] = [:]) throws -> [UInt8] {
        let directory = FileManager.default.temporaryDirectory.appending(path: "drawbridge-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        for (name, bytes) in files {
            try Data(bytes).write(to: directory.appending(path: name))
        }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        process.currentDirectoryURL = directory
        process.standardInput = FileHandle.nullDevice
        let output = Pipe()
        let errors = directory.appending(path: "standard-error")
        try Data().write(to: errors)
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        let printed = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let text = (try? String(contentsOf: errors, encoding: .utf8)) ?? ""
            throw Failure(description: "openssl \(arguments.joined(separator: " ")): \(text)")
        }
        return Array(printed)
    }

    static func text(_ arguments: [String], files: [String: [UInt8]] = [:]) throws -> String {
        String(decoding: try run(arguments, files: files), as: UTF8.self)
    }
}
