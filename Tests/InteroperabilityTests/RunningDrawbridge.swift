import Foundation
import JointDebug
import SAML
import TestSupport
import XMLSecurity

/// `drawbridge serve` in a directory of its own, with one SP, whose key and metadata Lasso reads, and one portal.
final class RunningDrawbridge {
    static let serviceProvider = "https://sp.example.org/lasso"
    static let portal = "http://127.0.0.1:9/sign-in"
    static let assertionConsumerService = "https://sp.example.org/lasso/acs"

    let command: DrawbridgeCommand
    let baseURL: String
    private let operations: Int
    private var process: Process?

    init(requestsSigned: Bool = true) async throws {
        command = try DrawbridgeCommand()
        let ports = try await FreePorts.find(2)
        baseURL = "http://127.0.0.1:\(ports[0])"
        operations = ports[1]
        try expect(command.run("init", "--base-url", baseURL))
        let configuration = command.directory.appending(path: "drawbridge.yaml")
        let text = try String(contentsOf: configuration, encoding: .utf8)
        _ = try command.file(
            "drawbridge.yaml",
            text + "listen:\n  port: \(ports[0])\noperations:\n  port: \(ports[1])\n"
                // All of them come from this one address, faster than any household.
                + "limits:\n  requests_per_minute: 0\n"
        )
        try openssl("req -x509 -newkey rsa:2048 -nodes -keyout sp.key -out sp.crt -days 2 -subj /CN=lasso")
        try openssl("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out portal.key")
        try openssl("pkey -in portal.key -pubout -out portal.pub")
        let certificate = try Certificate(pem: Array(Data(contentsOf: command.directory.appending(path: "sp.crt"))))
        let metadata = EntityDescriptor(
            entityID: Self.serviceProvider,
            spSSODescriptor: SPSSODescriptor(
                role: RoleDescriptor(keyDescriptors: [KeyDescriptor(use: .signing, certificate: certificate)]),
                authnRequestsSigned: requestsSigned,
                wantAssertionsSigned: true,
                assertionConsumerServices: [
                    Endpoint(binding: .httpPOST, location: Self.assertionConsumerService, index: 0, isDefault: true)
                ]
            )
        )
        _ = try command.file("sp.xml", String(decoding: metadata.document(), as: UTF8.self))
        try expect(command.run("metadata", "generate"))
        try expect(command.run("sp", "import", "sp.xml", "--name", "lasso"))
        try expect(
            command.run(
                "portals",
                "add",
                "mall",
                "--sign-in-url",
                Self.portal,
                "--key",
                "portal.pub",
                "--algorithm",
                "ES256"
            )
        )
        try await start()
    }

    func start() async throws {
        process = try command.start("serve")
        var browser = Browser(language: .en)
        for _ in 0..<2400 {
            if let answer = try? await browser.open("http://127.0.0.1:\(operations)/readyz"), answer.status == 200 {
                return
            }
            try await Task.sleep(for: .milliseconds(25))
        }
        let log = try String(contentsOf: command.directory.appending(path: "log"), encoding: .utf8)
        throw PeerPython.Missing(description: "drawbridge serve did not become ready: \(log)")
    }

    /// Imports another SP, with how it is answered, and starts anew.
    func add(_ metadata: String, as name: String, _ settings: String? = nil) async throws {
        _ = try command.file(name + ".xml", metadata)
        try expect(command.run("sp", "import", name + ".xml", "--name", name))
        if let settings { try set(settings, for: name) }
        _ = stop()
        try await start()
    }

    /// Says how an SP is answered.
    func set(_ settings: String, for name: String) throws {
        _ = try command.file("metadata/sp/\(name).yaml", settings)
    }

    /// Ends it as an operator does, and returns its exit status.
    func stop() -> Int32 {
        process?.terminate()
        process?.waitUntilExit()
        return process?.terminationStatus ?? -1
    }

    /// Ends it as a power failure does.
    func kill() {
        if let process { Foundation.kill(process.processIdentifier, SIGKILL) }
        process?.waitUntilExit()
    }

    var identifier: Int32 { process?.processIdentifier ?? 0 }

    /// The operations listener.
    var operationsURL: String { "http://127.0.0.1:\(operations)" }

    func path(_ name: String) -> String { command.directory.appending(path: name).path(percentEncoded: false) }

    /// The command by which the portal makes a token.
    var mint: [String] {
        [
            DrawbridgeCommand.executable.path(percentEncoded: false), "handoff", "mint", "--config",
            path("drawbridge.yaml"), "--portal", "mall", "--key", path("portal.key"), "--user", "user-1", "--account",
            "account-1",
        ]
    }

    /// What `Peers/lasso_sp.py` needs for a sign-on.
    func job(binding: String = "redirect", customer: [String] = [], _ more: [String: Any] = [:]) -> [String: Any] {
        [
            "sp_metadata": path("sp.xml"), "sp_key": path("sp.key"), "sp_certificate": path("sp.crt"),
            "idp_metadata": path("metadata/idp-metadata.xml"), "idp": baseURL + "/saml/metadata",
            "binding": binding, "relay_state": "state & \"quoted\"", "mint": mint + customer, "portal": Self.portal,
        ].merging(more) { $1 }
    }

    private func openssl(_ arguments: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = arguments.split(separator: " ").map(String.init)
        process.currentDirectoryURL = command.directory
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw PeerPython.Missing(description: "openssl \(arguments) failed")
        }
    }

    private func expect(_ outcome: CommandLineTool.Outcome) throws {
        guard outcome.status == 0 else { throw PeerPython.Missing(description: outcome.errors) }
    }
}
