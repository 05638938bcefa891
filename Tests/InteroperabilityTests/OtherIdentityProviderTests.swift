import Foundation
import JointDebug
import TestSupport
import Testing

@Suite("The harness against identity providers that are not Drawbridge", .serialized)
struct OtherIdentityProviderTests {
    /// pysaml2's answer, with what is wrong in its configuration, and what the harness must say of it.
    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let configuration: String
        let scenario: String
        let says: String
    }

    static let faults = [
        Fault(
            testDescription: "attributes are missing",
            configuration: #", "without": ["xAccountId", "bpId"]"#,
            scenario: "sign-on.plain",
            says: "huawei.message.attribute-names (expected xAccountId, found nothing)"
        ),
        Fault(
            testDescription: "SHA-1",
            configuration: #", "sha1": true"#,
            scenario: "sign-on.plain",
            says: "huawei.message.algorithms"
        ),
        Fault(
            testDescription: "the assertion is not signed",
            configuration: #", "unsigned": true"#,
            scenario: "sign-on.plain",
            says: "huawei.message.signature"
        ),
        Fault(
            testDescription: "another audience",
            configuration: #", "audience": "https://other.example.com/""#,
            scenario: "sign-on.plain",
            says: "huawei.message.audience"
        ),
        Fault(
            testDescription: "unsigned requests are answered",
            configuration: "",
            scenario: "requests.unsigned",
            says: "answered what it must refuse (signature.missing)"
        ),
    ]

    /// pysaml2 in a process of its own, with a directory for the harness.
    private final class Peer {
        let command: DrawbridgeCommand
        let ports: [Int]
        private let process = Process()

        init(_ configuration: String) async throws {
            command = try DrawbridgeCommand()
            ports = try await FreePorts.find(3)
            let directory = command.directory.path(percentEncoded: false)
            try Self.makeKey(in: directory)
            _ = try command.file("password", "correct horse\n")
            let job = """
                {"port": \(ports[0]), "key": "\(directory)/idp.key", "certificate": "\(directory)/idp.crt",
                "sp_metadata": "\(directory)/harness/sp-metadata.xml", "account": "acct-9",
                "acs": "http://localhost:\(ports[1])/authui/saml/SAMLAssertionConsumer" \(configuration)}
                """
            let python =
                ProcessInfo.processInfo.environment["DRAWBRIDGE_PEERS_PYTHON"]
                ?? PeerPython.root.appending(path: ".build/peers/bin/python3").path(percentEncoded: false)
            process.executableURL = URL(filePath: python)
            process.arguments = [
                PeerPython.root.appending(path: "Tests/InteroperabilityTests/Peers/pysaml2_idp.py")
                    .path(percentEncoded: false)
            ]
            let (input, output) = (Pipe(), Pipe())
            process.standardInput = input
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            try process.run()
            try input.fileHandleForWriting.write(contentsOf: Data(job.utf8))
            try input.fileHandleForWriting.close()
            let said = output.fileHandleForReading.availableData
            try #require(String(decoding: said, as: UTF8.self).hasPrefix("ready"))
        }

        deinit {
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }

        private static func makeKey(in directory: String) throws {
            let openssl = Process()
            openssl.executableURL = URL(filePath: "/usr/bin/openssl")
            openssl.arguments = [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", directory + "/idp.key", "-out",
                directory + "/idp.crt", "-days", "300", "-subj", "/CN=pysaml2",
            ]
            openssl.standardError = FileHandle.nullDevice
            try openssl.run()
            openssl.waitUntilExit()
            try #require(openssl.terminationStatus == 0)
        }

        func play(_ scenario: String) throws -> (status: Int32, text: String) {
            let outcome = try command.run([
                "joint-debug", "run", "--lang", "en", "--against", "http://127.0.0.1:\(ports[0])/metadata",
                "--directory", "harness", "--login-port", String(ports[1]), "--console-port", String(ports[2]),
                "--login-user", "li", "--login-password-file", "password", "--account", "acct-9",
                "--scenario", scenario,
            ])
            return (outcome.status, String(decoding: outcome.output, as: UTF8.self) + "\(outcome.errors)")
        }
    }

    @Test("pysaml2, configured well, passes a plain sign-on through its own sign-in form")
    func good() async throws {
        let peer = try await Peer("")
        for scenario in ["sign-on.plain", "attributes.any"] {
            let outcome = try peer.play(scenario)
            #expect(outcome.status == 0, "\(outcome.text)")
            #expect(outcome.text.contains("✓ \(scenario)"))
        }
        let hidden = try peer.play("sign-on.token-again")
        #expect(hidden.text.contains("no portal key was given"), "\(hidden.text)")
    }

    @Test("pysaml2, configured badly, is told what HUAWEI CLOUD would not take", arguments: faults)
    func bad(fault: Fault) async throws {
        let outcome = try await Peer(fault.configuration).play(fault.scenario)
        #expect(outcome.status == 1)
        #expect(outcome.text.contains("✗ \(fault.scenario)") && outcome.text.contains(fault.says), "\(outcome.text)")
    }
}
