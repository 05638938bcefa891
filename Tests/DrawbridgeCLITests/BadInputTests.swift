import Foundation
import JointDebug
import SAML
import TestSupport
import Testing

@Suite("Bad input gets one clear sentence and the right exit status", .ownThread)
struct BadInputTests {
    @Test("What is wrong is said, and nothing is left half-written", arguments: BadInput.all)
    func isRefused(input: BadInput) throws {
        let installation = try Installation()
        try installation.run("metadata", "generate", "--output", "metadata.xml")
        try installation.makeKey("ec", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256")
        // Whatever needs the account secret first makes it; that is nothing half-written.
        try installation.run("audit", "verify")
        if let file = input.file { _ = try installation.command.file("input", file) }
        let before = try installation.files()
        let outcome = try installation.command.run(input.arguments)
        let said = outcome.errors + String(decoding: outcome.output, as: UTF8.self)
        #expect(outcome.status == input.status, "\(said)")
        #expect(said.contains(input.says), "\(said)")
        #expect(!said.contains("Fatal error") && !said.contains("internal fault"))
        #expect(try installation.files() == before)
    }

    @Test("A wrong passphrase, a missing one, and files that others can read are each told")
    func keys() throws {
        let installation = try Installation()
        let passphrase = installation.command.directory.appending(path: "certs/private/passphrase").path(
            percentEncoded: false
        )
        let key = installation.command.directory.appending(path: "certs/private/signing-1.key.pem").path(
            percentEncoded: false
        )
        let wrong = try installation.run("serve", "--check", environment: ["DRAWBRIDGE_KEYS_PASSPHRASE": "wrong"])
        #expect(wrong.status == 2 && wrong.errors.contains("passphrase"), "\(wrong.errors)")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: passphrase)
        let readable = try installation.run("serve", "--check")
        #expect(readable.status == 2 && readable.errors.contains("chmod 600"), "\(readable.errors)")
        try FileManager.default.removeItem(atPath: passphrase)
        let missing = try installation.run("serve", "--check")
        #expect(missing.status == 2 && missing.errors.contains("DRAWBRIDGE_KEYS_PASSPHRASE"), "\(missing.errors)")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
        let open = try installation.run("serve", "--check", environment: ["DRAWBRIDGE_KEYS_PASSPHRASE": "x"])
        #expect(open.status == 2 && open.errors.contains("chmod 600"), "\(open.errors)")
    }

    @Test("A port that is taken is told, and the command ends", arguments: [0, 1])
    func portTaken(listener: Int) async throws {
        let installation = try Installation()
        let ports = try await FreePorts.find(3)
        let first = try installation.command.start("serve", ports: (ports[0], ports[1]))
        var browser = Browser(language: .en)
        for _ in 0..<400 where (try? await browser.open("http://127.0.0.1:\(ports[0])/healthz")) == nil {
            try await Task.sleep(for: .milliseconds(25))
        }
        let environment = [
            "DRAWBRIDGE_LISTEN_PORT": String(listener == 0 ? ports[0] : ports[2]),
            "DRAWBRIDGE_OPERATIONS_PORT": String(listener == 1 ? ports[1] : ports[2]),
        ]
        let outcome = try installation.run("serve", environment: environment)
        #expect(outcome.status == 2, "\(outcome.errors)")
        #expect(outcome.errors.contains("cannot listen"), "\(outcome.errors)")
        first.terminate()
        first.waitUntilExit()
        #expect(first.terminationStatus == 0)
    }

    @Test("An error is told in Chinese where Chinese is spoken")
    func chinese() throws {
        let command = try DrawbridgeCommand()
        let outcome = try command.run("sp", "list", environment: ["LC_ALL": "zh_CN.UTF-8"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("不存在"))
    }
}
