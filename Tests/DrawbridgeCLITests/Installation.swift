import Foundation
import TestSupport
import Testing

/// An installation made by the command itself: `init`, a portal, nothing running.
struct Installation {
    let command: DrawbridgeCommand

    // Made once: its key takes a second of computing, in each of many tests.
    private static let template = Result {
        let command = try DrawbridgeCommand()
        try #require(command.run("init", "--base-url", "https://idp.example.com", "--site", "china").status == 0)
        return command.directory.path(percentEncoded: false)
    }

    init() throws {
        command = try DrawbridgeCommand()
        let copy = ["-a", try Self.template.get() + "/.", command.directory.path(percentEncoded: false)]
        try #require(CommandLineTool.run("cp", copy).status == 0)
    }

    @discardableResult
    func run(_ arguments: String..., environment: [String: String] = [:]) throws -> CommandLineTool.Outcome {
        try command.run(arguments, environment: environment)
    }

    /// A key pair by openssl: `NAME.key` and `NAME.pub`.
    func makeKey(_ name: String, _ algorithm: String...) throws {
        let directory = command.directory.path(percentEncoded: false) + "/"
        let key = directory + name + ".key"
        try #require(
            CommandLineTool.run("openssl", ["genpkey"] + algorithm + ["-out", key]).status == 0
        )
        let publicKey = ["pkey", "-in", key, "-pubout", "-out", directory + name + ".pub"]
        try #require(CommandLineTool.run("openssl", publicKey).status == 0)
    }

    /// Every file with its content, besides the store.
    func files() throws -> [String: Data] {
        var files: [String: Data] = [:]
        let root = command.directory.resolvingSymlinksInPath()
        for case let url as URL in FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) ?? .init()
        {
            let name = url.resolvingSymlinksInPath().path(percentEncoded: false).dropFirst(
                root.path(percentEncoded: false).count
            ).drop { $0 == "/" }
            guard !name.hasPrefix("drawbridge.sqlite"), !name.hasPrefix(".") else { continue }
            if let data = try? Data(contentsOf: url) { files[String(name)] = data }
        }
        return files
    }
}
