import Foundation

/// The folder Sources of this package, wherever the test is run from.
enum SourceTree {
    static let sources = URL(filePath: #filePath)
        .deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent()
        .appending(path: "Sources")

    static func folders() throws -> [String] {
        try FileManager.default
            .contentsOfDirectory(at: sources, includingPropertiesForKeys: [.isDirectoryKey], options: .skipsHiddenFiles)
            .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
            .map(\.lastPathComponent)
            .sorted()
    }

    static func files() throws -> [SourceFile] {
        try FileManager.default.subpathsOfDirectory(atPath: sources.path)
            .filter { $0.hasSuffix(".swift") }
            .sorted()
            .map { try SourceFile(path: $0, text: String(contentsOf: sources.appending(path: $0), encoding: .utf8)) }
    }
}
