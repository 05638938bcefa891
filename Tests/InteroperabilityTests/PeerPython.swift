import Foundation

/// The Python that Scripts/test prepares, with python3-lasso and lxml.
enum PeerPython {
    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Runs a script of `Peers/` with one JSON object in, and reads one JSON object.
    static func run(_ script: String, _ input: [String: Any]) throws -> [String: Any] {
        let python =
            ProcessInfo.processInfo.environment["DRAWBRIDGE_PEERS_PYTHON"]
            ?? root.appending(path: ".build/peers/bin/python3").path(percentEncoded: false)
        guard FileManager.default.isExecutableFile(atPath: python) else {
            throw Missing(description: "\(python) is not there; run Scripts/test, which prepares it")
        }
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
        standardInput.fileHandleForWriting.write(try JSONSerialization.data(withJSONObject: input))
        try standardInput.fileHandleForWriting.close()
        let printed = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0,
            let answer = try JSONSerialization.jsonObject(with: printed) as? [String: Any]
        else { throw Missing(description: "\(script) ended with \(process.terminationStatus)") }
        return answer
    }
}
