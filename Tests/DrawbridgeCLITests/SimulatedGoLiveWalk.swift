import Foundation
import JointDebug
import SAML
import TestSupport
import Testing

/// An operator's way from an empty directory, with the simulated HUAWEI CLOUD on the other side; every step is a command.
final class SimulatedGoLiveWalk {
    private static let platform = "drawbridge_IDP"
    private static let paid = "https://mall.example.com/paid"
    private static let topUp = "https://mall.example.com/top-up"

    let command: DrawbridgeCommand
    private let base: String
    private let operations: String
    private let login: Int
    private let console: Int
    private let bss: Int
    private var service: Process?

    /// Nothing is there yet but free ports.
    init() async throws {
        command = try DrawbridgeCommand()
        let ports = try await FreePorts.find(5)
        base = "https://127.0.0.1:\(ports[0])"
        operations = "http://127.0.0.1:\(ports[1])"
        (login, console, bss) = (ports[2], ports[3], ports[4])
    }

    deinit {
        guard let service else { return }
        kill(service.processIdentifier, SIGKILL)
        service.waitUntilExit()
    }

    /// Runs a command that must succeed.
    @discardableResult
    func run(_ arguments: String...) throws -> CommandLineTool.Outcome { try run(arguments) }

    /// Runs a command that must succeed.
    @discardableResult
    func run(_ arguments: [String]) throws -> CommandLineTool.Outcome {
        let outcome = try command.run(arguments)
        try #require(
            outcome.status == 0,
            "\(arguments): \(outcome.errors) \(String(decoding: outcome.output, as: UTF8.self))"
        )
        return outcome
    }

    /// The items of a command that prints JSON; its status is not judged.
    func items(_ arguments: [String]) throws -> [[String: Any]] {
        let outcome = try command.run(arguments + ["--format", "json"])
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any]
        return try #require(object?["items"] as? [[String: Any]], "\(arguments): \(outcome.errors)")
    }

    /// `init`, a key and a certificate for TLS, the metadata.
    func installation() throws {
        try run("init", "--base-url", base, "--site", "china", "--organization", "Example Ltd")
        try run("keys", "list")
        let folder = command.directory.path(percentEncoded: false)
        let request = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "365", "-subj", "/CN=127.0.0.1"]
        let files = ["-keyout", folder + "/tls.key", "-out", folder + "/tls.pem"]
        let tls = try CommandLineTool.run("openssl", request + ["-addext", "subjectAltName=IP:127.0.0.1"] + files)
        try #require(tls.status == 0, "\(tls.errors)")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder + "/tls.key")
        try configure()
        try run("metadata", "generate")
    }

    // The only lines that differ from those of an installation that faces HUAWEI CLOUD are `site` and `simulation`.
    private func configure() throws {
        let yaml = command.directory.appending(path: "drawbridge.yaml")
        let simulation =
            "simulation\n  simulation:\n    login: http://localhost:\(login)\n    console: \(consoleOrigin)"
        let text = try String(contentsOf: yaml, encoding: .utf8)
            .replacing("site: \"china\"", with: "site: \(simulation)")
            .replacing("when_unknown: \"\"", with: "when_unknown: true")
        let ports = [base, operations].map { $0.split(separator: ":").last ?? "" }
        let more = """
            listen:
              port: \(ports[0])
            operations:
              port: \(ports[1])
            tls:
              certificate_file: tls.pem
              key_file: tls.key
            partner_center:
              paid_url: \(Self.paid)
              top_up_url: \(Self.topUp)
            bss:
              endpoint: http://127.0.0.1:\(bss)
              credentials_file: simulation/bss/partner.yaml

            """
        try Data((text + more).utf8).write(to: yaml)
    }

    var consoleOrigin: String { "http://127.0.0.2:\(console)" }

    /// The simulation's metadata, as it serves it, and its import.
    func importServiceProvider() async throws {
        let serving = try command.start(
            "joint-debug",
            "serve",
            "--directory",
            "simulation",
            "--login-port",
            "\(login)",
            "--console-port",
            "\(console)",
            "--bss-port",
            "\(bss)"
        )
        defer {
            serving.terminate()
            serving.waitUntilExit()
        }
        let answer = try await answer(of: "http://localhost:\(login)/authui/saml/metadata.xml")
        _ = try command.file("sp.xml", answer)
        try run("sp", "import", "sp.xml", "--name", "huawei-cloud-simulation")
    }

    /// What Partner Center gives and was given, and the portal.
    func registrations() throws {
        let ids = ["--platform-id", Self.platform, "--bp-id", "0123456789abcdef0123456789abcdef", "--by", "Li"]
        try run(["access-config", "record"] + ids)
        let entered = ["--paid-url", Self.paid, "--top-up-url", Self.topUp, "--by", "Li"]
        try run(["access-config", "record", "--notification-url", base + "/huawei/association"] + entered)
        try run("access-config", "record", "--uploaded", "metadata/idp-metadata.xml", "--by", "Li")
        let key = command.directory.appending(path: "mall.key").path(percentEncoded: false)
        let make = ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", key]
        try #require(CommandLineTool.run("openssl", make).status == 0)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
        let publicKey = key.replacing("mall.key", with: "mall.pub")
        try #require(CommandLineTool.run("openssl", ["pkey", "-in", key, "-pubout", "-out", publicKey]).status == 0)
        let portal = ["--sign-in-url", "https://mall.example.com/sign-in", "--key", "mall.pub", "--algorithm", "ES256"]
        try run(["portals", "add", "mall"] + portal)
        try run("operators", "add", "wang", "--first", "--output", "wang.token")
        let second = ["operators", "add", "li", "--role", "approver", "--output", "li.token"]
        try run(second + ["--operator-token-file", "wang.token"])
    }

    /// `serve`, until it is ready.
    func serve() async throws {
        try run("serve", "--check")
        service = try command.start("serve")
        _ = try await answer(of: operations + "/readyz")
    }

    /// `joint-debug run --against` the running service.
    func play(_ more: [String]) throws -> CommandLineTool.Outcome {
        let against = ["joint-debug", "run", "--against", base, "--platform", Self.platform, "--ca-file", "tls.pem"]
        let portal = ["--portal", "mall", "--portal-key", "mall.key", "--directory", "simulation"]
        let ports = ["--login-port", "\(login)", "--console-port", "\(console)", "--bss-port", "\(bss)"]
        return try command.run(against + portal + ports + ["--format", "json"] + more)
    }

    /// Whether a customer crosses from the portal into the simulated console now.
    func crosses(_ account: String) throws -> Bool {
        try play(["--scenario", "sign-on.plain", "--user", "user-of-\(account)", "--account", account]).status == 0
    }

    /// What is active in joint debugging and whoever is known, proposed by one person and approved by another.
    func whitelist() throws -> [String] {
        let li = ["--operator-token-file", "li.token", "--reason", "first customers"]
        try run(["whitelist", "copy", "--from", "joint-debug", "--to", "live"] + li)
        let listed = try items(["whitelist", "list", "--stage", "live"]).compactMap { $0["subject"] as? String }
        let uncovered = try items(["whitelist", "coverage", "--since", "7d"])
        let known = Set(uncovered.compactMap { $0["account"] as? String })
        let rows =
            known.subtracting(listed).sorted().map { "account,\($0)" } + [
                "destination,\(consoleOrigin)/", "gateway,localhost:\(login)", "gateway,127.0.0.2:\(console)",
            ]
        _ = try command.file("known.csv", (["kind,subject"] + rows).joined(separator: "\n") + "\n")
        try run(["whitelist", "propose", "--from", "known.csv", "--stage", "live"] + li)
        let proposed = try items(["whitelist", "list", "--stage", "live", "--state", "proposed"])
        let numbers = proposed.compactMap { ($0["id"] as? Int).map(String.init) }
        let wang = ["--stage", "live", "--operator-token-file", "wang.token", "--reason", "contract 7"]
        for step in ["approve", "activate"] { try run(["whitelist", step] + numbers + wang) }
        try run("whitelist", "coverage", "--since", "7d")
        return known.sorted()
    }

    // Waits until an address answers, and returns what it says.
    private func answer(of url: String) async throws -> String {
        for _ in 0..<600 {
            var browser = Browser(language: .en)
            if let answer = try? await browser.open(url), answer.status == 200 { return answer.text }
            try await Task.sleep(for: .milliseconds(50))
        }
        let log = try String(contentsOf: command.directory.appending(path: "log"), encoding: .utf8)
        throw RunningService.Unexpected("\(url) does not answer:\n\(log)")
    }
}
