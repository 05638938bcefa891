import Foundation
import JointDebug
import SAML
import TestSupport
import Testing
import XMLSecurity

@Suite("joint-debug serve")
struct JointDebugServeTests {
    private static func start(_ command: DrawbridgeCommand, _ ports: [Int]) throws -> Process {
        try command.start(
            "joint-debug",
            "serve",
            "--login-port",
            String(ports[0]),
            "--console-port",
            String(ports[1]),
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
        let ports = try await FreePorts.find(3)
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
        for taken in [["--login-port", "\(ports[0])"], ["--console-port", "\(ports[1])"]] {
            let free =
                taken[0] == "--login-port" ? ["--console-port", "\(ports[2])"] : ["--login-port", "\(ports[2])"]
            let second = try command.run(["joint-debug", "serve", "--lang", "en"] + taken + free)
            #expect(second.status == 2 && second.errors.contains("cannot listen"), "\(second.errors)")
        }
        Self.stop(first)

        let again = try Self.start(command, ports)
        #expect(try await Self.metadata(ports) == metadata)
        Self.stop(again)
    }
}
