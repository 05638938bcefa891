import Foundation
import JointDebug
import TestSupport
import Testing

/// What an identity provider that is not Drawbridge and the harness share: a directory, ports, a key, and one customer.
struct HarnessStage: Sendable {
    /// What the harness printed, and its exit status.
    typealias Outcome = (status: Int32, text: String)

    static let user = "li"
    static let password = "correct horse"
    static let account = "acct-9"

    /// Where the identity provider listens.
    let port: Int
    private let loginPort: Int
    private let consolePort: Int
    private let command: DrawbridgeCommand

    init() async throws {
        command = try DrawbridgeCommand()
        let ports = try await FreePorts.find(3)
        (port, loginPort, consolePort) = (ports[0], ports[1], ports[2])
        _ = try command.file("password", Self.password + "\n")
        let made = try await CommandLineTool.inBackground(
            "openssl",
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", path("idp.key"), "-out", path("idp.crt"),
                "-days", "300", "-subj", "/CN=another identity provider",
            ]
        )
        try #require(made.status == 0, "\(made.errors)")
    }

    /// The identity provider's own origin.
    var origin: String { "http://127.0.0.1:\(port)" }

    /// The SP's metadata, which the harness writes when it starts.
    var serviceProviderMetadata: String { path("harness/sp-metadata.xml") }

    /// Where the SP takes responses.
    var assertionConsumerService: String { "http://localhost:\(loginPort)/authui/saml/SAMLAssertionConsumer" }

    func path(_ name: String) -> String { command.directory.appending(path: name).path(percentEncoded: false) }

    /// Writes a file, and the directories that it stands in.
    func write(_ text: String, to name: String) throws {
        let url = command.directory.appending(path: name)
        let directory = url.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// Plays a scenario, or all of them, against the identity provider, signing in by its own form.
    ///
    /// It waits on a thread of its own: the threads that tests share are few.
    func play(_ scenario: String? = nil, against metadata: String) async throws -> Outcome {
        let arguments =
            [
                "joint-debug", "run", "--lang", "en", "--against", metadata, "--directory", "harness",
                "--login-port", String(loginPort), "--console-port", String(consolePort), "--login-user", Self.user,
                "--login-password-file", "password", "--account", Self.account,
            ] + (scenario.map { ["--scenario", $0] } ?? [])
        let outcome = try await withCheckedThrowingContinuation { waiting in
            Thread.detachNewThread { waiting.resume(with: Result { try command.run(arguments) }) }
        }
        return (outcome.status, String(decoding: outcome.output, as: UTF8.self) + outcome.errors)
    }
}
