import Foundation
import JointDebug
import SAML
import TestSupport
import Testing
import XMLSecurity

@Suite("joint-debug serve", .ownThread)
struct JointDebugServeTests {
    private static func start(
        _ command: DrawbridgeCommand,
        _ ports: [Int],
        metadata: String
    ) throws -> Process {
        try command.start(
            "joint-debug",
            "serve",
            "--login-port",
            String(ports[0]),
            "--console-port",
            String(ports[1]),
            "--bss-port",
            String(ports[2]),
            "--idp-metadata",
            metadata,
            "--lang",
            "en"
        )
    }

    private static func start(_ command: DrawbridgeCommand, _ ports: [Int]) throws -> Process {
        try command.start(
            "joint-debug",
            "serve",
            "--login-port",
            String(ports[0]),
            "--console-port",
            String(ports[1]),
            "--bss-port",
            String(ports[2]),
            "--fault",
            "clock=-5",
            "--lang",
            "en"
        )
    }

    private static func metadata(_ ports: [Int]) async throws -> String {
        var browser = Browser(language: .en)
        for _ in 0..<2400 {
            let url = "http://localhost:\(ports[0])/authui/saml/metadata.xml?unsigned=true"
            if let answer = try? await browser.open(url) { return answer.text }
            try await Task.sleep(for: .milliseconds(25))
        }
        throw RunningService.Unexpected("nothing answers on port \(ports[0])")
    }

    // A child that a worker thread started has SIGTERM blocked.
    private static func stop(_ process: Process) {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    @Test("It keeps its key to itself, says its addresses, and tells of a port that is taken")
    func serve() async throws {
        let command = try DrawbridgeCommand()
        let ports = try await FreePorts.find(5)
        let first = try Self.start(command, ports)
        let metadata = try await Self.metadata(ports)
        let key = command.directory.appending(path: ".simulation/private/huawei-cloud.key.pem").path(
            percentEncoded: false
        )
        let mode = try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let certificate = try MetadataDocument(Array(metadata.utf8), at: Instant(seconds: 0)).entities[0]
            .spSSODescriptor?.signingCertificates.first
        #expect(certificate?.organization == SimulatedHuaweiCloud.organization)
        #expect(certificate?.publicKey.algorithm.name.contains("4096") == true)
        let said = try String(contentsOf: command.directory.appending(path: "log"), encoding: .utf8)
        for text in ["/authui/saml/login", "/simulation/", "site: simulation", "clock=-5", "127.0.0.2:\(ports[1])"] {
            #expect(said.contains(text), "\(said)")
        }
        let options = ["--login-port", "--console-port", "--bss-port"]
        for taken in 0..<3 {
            let free = options.indices.filter { $0 != taken }
            let others = zip(free, ports[3...]).flatMap { [options[$0], "\($1)"] }
            let second = try command.run(
                ["joint-debug", "serve", "--lang", "en", options[taken], "\(ports[taken])"] + others
            )
            #expect(second.status == 2 && second.errors.contains("cannot listen"), "\(second.errors)")
        }
        Self.stop(first)

        let again = try Self.start(command, ports)
        #expect(try await Self.metadata(ports) == metadata)
        Self.stop(again)
    }

    /// The configuration that it says, with what belongs to an installation besides.
    private static func configure(_ command: DrawbridgeCommand, as said: String) throws {
        let lines = said.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0.hasPrefix("Put into") })
        let yaml = lines[(start + 1)...].prefix { !$0.isEmpty }.joined(separator: "\n")
        let platform = yaml.replacing("site: simulation", with: "site: simulation\n  platform_id: test_IDP")
        _ = try command.file("drawbridge.yaml", "base_url: https://idp.example.com\n" + platform + "\n")
    }

    // On a thread of its own: those that tests share are few.
    private static func call(
        _ command: DrawbridgeCommand,
        _ line: String
    ) async throws -> CommandLineTool.Outcome {
        let words = line.split(separator: " ").map(String.init) + ["--lang", "en"]
        return try await withCheckedThrowingContinuation { waiting in
            Thread.detachNewThread { waiting.resume(with: Result { try command.run(words) }) }
        }
    }

    private static func metadataFile(_ command: DrawbridgeCommand) throws -> String {
        try #require(command.run("init", "--base-url", "https://idp.example.com", "--site", "china").status == 0)
        try #require(command.run("metadata", "generate").status == 0)
        return "metadata/idp-metadata.xml:test_IDP"
    }

    @Test("Its BSS is called as it says, shares accounts with the sign-on side, and keeps its keys to itself")
    func bss() async throws {
        let command = try DrawbridgeCommand()
        let ports = try await FreePorts.find(3)
        let process = try Self.start(command, ports, metadata: Self.metadataFile(command))
        defer { Self.stop(process) }
        _ = try await Self.metadata(ports)
        let said = try String(contentsOf: command.directory.appending(path: "log"), encoding: .utf8)
        let line = try #require(said.split(separator: "\n").first { $0.hasPrefix("drawbridge bss customers") })
        try Self.configure(command, as: said)
        let listed = try await Self.call(command, String(line.dropFirst("drawbridge ".count)))
        #expect(listed.status == 0, "\(listed.errors)")

        for file in ["partner", "operator", "password"] {
            let path = command.directory.appending(path: ".simulation/bss/\(file).yaml").path(percentEncoded: false)
            #expect(said.contains(path))
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            for secret in try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: {
                ": \n".contains($0)
            })
            where secret.count > 16 { #expect(!said.contains(secret)) }
        }
        let made = try await Self.call(command, "bss create-customer account-1 --domain-name customer-1")
        #expect(made.status == 0, "\(made.errors)")
        var browser = Browser(language: .en)
        let overview = try await browser.open("http://localhost:\(ports[0])/simulation/").text
        #expect(overview.contains("customer-1") && overview.contains("account-1"))
        let other = try await Self.call(command, "bss customers --credentials-file .simulation/bss/operator.yaml")
        #expect(other.status == 1 && other.errors.contains("CBC.0151"), "\(other.errors)")
        let token = try await Self.call(command, "bss customers --credentials-file .simulation/bss/password.yaml")
        #expect(token.status == 0, "\(token.errors)")

        #expect(try await Self.call(command, "bss send-code 13800138000").status == 0)
        let form = [("customer_id", "customer-1"), ("amount", "12.50")]
        let origin = "http://localhost:\(ports[0])"
        _ = try await browser.submit(form, to: origin + "/simulation/adjust-records", from: origin)
        let records = try await Self.call(command, "bss adjust-records --customer customer-1")
        #expect(String(decoding: records.output, as: UTF8.self).contains("12.50 CNY"), "\(records.errors)")
        let page = try await browser.open(origin + "/simulation/bss").text
        #expect(page.contains("13800138000") && page.contains("12.50") && page.contains("CBC.0151"))
    }
}
