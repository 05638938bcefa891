import Foundation
import HuaweiCloud
import IdentityProvider
import Server
import TestSupport
import Testing
import XMLSecurity

/// The programs of `Documentation/portal-integration.md` are run as they stand there.
@Suite("What portal developers copy from our documentation works", .ownThread)
struct PortalIntegrationTests {
    /// How a language's example is run.
    struct Example: Sendable, CustomTestStringConvertible {
        let language: String
        let file: String
        let commands: [[String]]

        var testDescription: String { language }
    }

    static let examples = [
        Example(
            language: "java",
            file: "HandOff.java",
            commands: [
                ["javac", "-Xlint:-options", "--release", "8", "HandOff.java"], ["java", "-cp", ".", "HandOff"],
            ]
        ),
        Example(language: "php", file: "handoff.php", commands: [["php", "handoff.php"]]),
        Example(language: "python", file: "handoff.py", commands: [["/usr/bin/python3", "handoff.py"]]),
        Example(language: "javascript", file: "handoff.js", commands: [["node", "handoff.js"]]),
    ]

    @Test("The example's token is taken, and only once", arguments: examples)
    func run(example: Example) async throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "drawbridge-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        try Data(Self.program(example.language).utf8).write(to: directory.appending(path: example.file))
        let make = "openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out portal.key.pem"
        _ = try Self.shell(make + " && openssl pkey -in portal.key.pem -pubout -out portal.pub.pem", directory)
        var output = ""
        for command in example.commands { output = try Self.shell(command.joined(separator: " "), directory) }

        let key = try String(contentsOf: directory.appending(path: "portal.pub.pem"), encoding: .utf8)
        let portal = Portal(
            name: "mall",
            signInURL: "https://mall.example.com/sign-in",
            keys: [try await PortalKey(key, algorithm: .rs256)]
        )
        let token = try await HandOffToken(output, from: [portal], at: Clock.system.now)
        let rule = HandOffRule(
            portal: "mall",
            audience: "https://idp.example.com/saml/metadata",
            skew: 5,
            site: .china
        )
        let handOff = try rule.judge(token.claims, for: .start, at: Clock.system.now).get()
        #expect(handOff.customer.xUserID == "user-1")
        #expect(handOff.customer.xAccountID == "account-1")
        let second = try await HandOffToken(
            Self.shell(example.commands.last?.joined(separator: " ") ?? "", directory),
            from: [portal],
            at: Clock.system.now
        )
        let other = try rule.judge(second.claims, for: .start, at: Clock.system.now).get()
        #expect(other.replayKey != handOff.replayKey)
    }

    @Test("The examples of Go and C# are there, too", arguments: ["go", "csharp"])
    func written(language: String) throws {
        #expect(try Self.program(language).contains("x_account_id"))
    }

    private static func program(_ language: String) throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let document = try String(
            contentsOf: root.appending(path: "Documentation/portal-integration.md"),
            encoding: .utf8
        )
        let parts = document.components(separatedBy: "```\(language)\n")
        try #require(parts.count == 2, "one example in \(language)")
        return try #require(parts[1].components(separatedBy: "\n```").first) + "\n"
    }

    private static func shell(_ command: String, _ directory: URL) throws -> String {
        let outcome = try CommandLineTool.run(
            "bash",
            ["-c", "cd '\(directory.path(percentEncoded: false))' && \(command)"]
        )
        try #require(outcome.status == 0, "\(command): \(outcome.errors)")
        return String(decoding: outcome.output, as: UTF8.self)
    }
}
