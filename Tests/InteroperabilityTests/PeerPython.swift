import Foundation

/// The Python that Scripts/test prepares, with python3-lasso and lxml.
enum PeerPython {
    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Runs a script of `Peers/` with one JSON object in, and reads one JSON object.
    ///
    /// It waits on a thread of its own: some scripts take a minute, and the threads that tests share are two.
    static func run(_ script: String, _ input: [String: Any]) async throws -> [String: Any] {
        let python =
            ProcessInfo.processInfo.environment["DRAWBRIDGE_PEERS_PYTHON"]
            ?? root.appending(path: ".build/peers/bin/python3").path(percentEncoded: false)
        guard FileManager.default.isExecutableFile(atPath: python) else {
            throw Missing(description: "\(python) is not there; run Scripts/test, which prepares it")
        }
        let octets = try JSONSerialization.data(withJSONObject: input)
        let printed = try await withCheckedThrowingContinuation { (waiting: CheckedContinuation<Data, any Error>) in
            Thread.detachNewThread { waiting.resume(with: Result { try wait(python, script, octets) }) }
        }
        guard let answer = try JSONSerialization.jsonObject(with: printed) as? [String: Any] else {
            throw Missing(description: "\(script) printed no object")
        }
        return answer
    }

    private static func wait(_ python: String, _ script: String, _ octets: Data) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = [
            root.appending(path: "Tests/InteroperabilityTests/Peers/\(script)").path(percentEncoded: false)
        ]
        let standardInput = Pipe()
        let output = Pipe()
        process.standardInput = standardInput
        process.standardOutput = output
        try process.run()
        standardInput.fileHandleForWriting.write(octets)
        try standardInput.fileHandleForWriting.close()
        let printed = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Missing(description: "\(script) ended with \(process.terminationStatus)")
        }
        return printed
    }
}
