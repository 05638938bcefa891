import Foundation
import JointDebug
import SAML
import TestSupport
import Testing
import XMLSecurity

/// `drawbridge serve` with one SP and one portal, as an operator sees it: commands, files, both listeners and the log.
final class RunningService {
    let installation: Installation
    let serviceProvider: FakeServiceProvider
    /// The public listener on this machine; the service says that it is `https://idp.example.com`.
    let base: String
    let operations: String
    private let ports: (Int, Int)
    private var process: Process

    /// What the service did not do.
    struct Unexpected: Error, CustomStringConvertible {
        let description: String

        init(_ description: String) { self.description = description }
    }

    private static let publicBase = "https://idp.example.com"

    /// Makes an installation and runs it.
    /// - Parameters:
    ///   - configuration: lines that are added to `drawbridge.yaml`.
    ///   - more: more arguments of `portals add`.
    ///   - provider: another SP than the usual one.
    ///   - prepare: does what must be there before the start.
    /// - Throws: what keeps it from becoming ready.
    init(
        _ configuration: String = "",
        portal more: [String] = [],
        provider: FakeServiceProvider? = nil,
        prepare: (Installation) throws -> Void = { _ in }
    ) async throws {
        serviceProvider = try provider ?? FakeServiceProvider()
        installation = try Installation()
        let metadata = String(decoding: try serviceProvider.metadata.document(), as: UTF8.self)
        _ = try installation.command.file("sp.xml", metadata)
        try #require(installation.run("sp", "import", "sp.xml", "--name", "huawei").status == 0)
        try installation.makeKey("mall", "-algorithm", "ed25519")
        let portal = ["portals", "add", "mall", "--sign-in-url", "https://mall.example.com/", "--key", "mall.pub"]
        let added = try installation.command.run(portal + ["--algorithm", "EdDSA"] + more)
        try #require(added.status == 0, "\(added.errors)")
        let ports = try await FreePorts.find(2)
        base = "http://127.0.0.1:\(ports[0])"
        operations = "http://127.0.0.1:\(ports[1])"
        let yaml = installation.command.directory.appending(path: "drawbridge.yaml")
        let text = try String(contentsOf: yaml, encoding: .utf8)
            .replacing("platform_id: \"\"", with: "platform_id: demo_IDP")
            .replacing("bp_id: \"\"", with: "bp_id: \"0123\"")
            .replacing("when_unknown: \"\"", with: "when_unknown: true")
        try Data((text + configuration).utf8).write(to: yaml)
        try prepare(installation)
        self.ports = (ports[0], ports[1])
        process = try installation.command.start("serve", ports: self.ports)
        _ = try await readiness { $0["ready"] as? Bool == true }
    }

    /// Ends it as a power failure does, and runs it again.
    func killAndStart() async throws {
        send(SIGKILL)
        _ = await end()
        process = try installation.command.start("serve", ports: ports)
        _ = try await readiness { $0["ready"] as? Bool == true }
    }

    deinit {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    var identifier: Int32 { process.processIdentifier }

    /// What the service logged so far.
    var log: String {
        get throws {
            try String(contentsOf: installation.command.directory.appending(path: "log"), encoding: .utf8)
        }
    }

    /// Waits until `/readyz` says what is expected, and returns it; the last answer is in the failure.
    @discardableResult
    func readiness(_ isExpected: ([String: Any]) -> Bool) async throws -> [String: Any] {
        var last = "nothing"
        for _ in 0..<2400 {
            var browser = Browser(language: .en)
            if let answer = try? await browser.open(operations + "/readyz") {
                last = answer.text
                let object = try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any]
                if let object, isExpected(object) { return object }
            }
            try await Task.sleep(for: .milliseconds(25))
        }
        throw Unexpected("/readyz does not come to what is expected: \(last)\n\(try log)")
    }

    /// Waits until the log holds a text.
    func logs(_ text: String) async throws {
        for _ in 0..<2400 {
            if try log.contains(text) { return }
            try await Task.sleep(for: .milliseconds(25))
        }
        throw Unexpected("the log does not say \(text):\n\(try log)")
    }

    /// Signals the process.
    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Waits for the end, off the threads that tests share.
    func end() async -> Int32 {
        let process = process
        return await withCheckedContinuation { waiting in
            Thread.detachNewThread {
                process.waitUntilExit()
                waiting.resume(returning: process.terminationStatus)
            }
        }
    }

    /// A hand-off token.
    func token(_ more: [String] = [], user: String = "u-1", account: String = "a-1") throws -> String {
        let command = [
            "handoff", "mint", "--portal", "mall", "--key", "mall.key", "--user", user, "--account", account,
        ]
        let outcome = try installation.command.run(command + more)
        try #require(outcome.status == 0, "\(outcome.errors)")
        return String(decoding: outcome.output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Hands a token over as the portal's page does.
    func start(_ browser: inout Browser, _ token: String) async throws -> WebExchange {
        let posted = try await browser.submit(
            [("token", token)],
            to: base + "/sso/start",
            from: "https://mall.example.com/"
        )
        guard let location = posted.redirect else { return posted }
        return try await browser.open(location.replacing(Self.publicBase, with: base))
    }

    /// The request that HUAWEI CLOUD sends the browser with.
    func request(of browser: inout Browser, by other: FakeServiceProvider? = nil) async throws -> WebExchange {
        let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
        let provider = other ?? serviceProvider
        let request = provider.request(to: Self.publicBase + "/saml/sso", at: now)
        guard case .redirect(let query) = try provider.redirect(request) else { throw Unexpected("no redirect") }
        return try await browser.open(base + "/saml/sso?" + String(decoding: query, as: UTF8.self))
    }

    /// Hand-off and request.
    func signOn(_ browser: inout Browser, _ token: String? = nil) async throws -> WebExchange {
        let started = try await start(&browser, token ?? self.token())
        try #require(started.status == 303, "\(started.text)")
        return try await request(of: &browser)
    }
}
