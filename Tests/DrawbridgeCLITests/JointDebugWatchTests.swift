import Foundation
import HuaweiCloud
import JointDebug
import SAML
import TestSupport
import Testing
import XMLSecurity

@Suite("joint-debug watch, beside a running service", .ownThread)
struct JointDebugWatchTests {
    /// A watch that runs, and what it printed.
    private final class Watching {
        private let process: Process
        private let directory: URL

        init(_ service: RunningService, _ more: String...) async throws {
            directory = service.installation.command.directory
            process = Process()
            process.executableURL = DrawbridgeCommand.executable
            process.arguments = ["joint-debug", "watch", "--lang", "en"] + more
            process.currentDirectoryURL = directory
            process.standardInput = FileHandle.nullDevice
            let output = directory.appending(path: "watch.out")
            try Data().write(to: output)
            process.standardOutput = try FileHandle(forWritingTo: output)
            process.standardError = FileHandle.nullDevice
            try process.run()
            try await appears("joint-debug/tap/service")
        }

        deinit {
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }

        func appears(_ name: String) async throws {
            let path = directory.appending(path: name).path
            for _ in 0..<2400 {
                if FileManager.default.fileExists(atPath: path) { return }
                try await Task.sleep(for: .milliseconds(25))
            }
            throw RunningService.Unexpected("\(name) does not appear")
        }

        func vanishes(_ name: String) async throws {
            let path = directory.appending(path: name).path
            for _ in 0..<2400 {
                if !FileManager.default.fileExists(atPath: path) { return }
                try await Task.sleep(for: .milliseconds(25))
            }
            throw RunningService.Unexpected("\(name) does not vanish")
        }

        func end(_ signal: Int32) async throws -> (status: Int32, output: String) {
            kill(process.processIdentifier, signal)
            let process = process
            let status = await withCheckedContinuation { waiting in
                Thread.detachNewThread {
                    process.waitUntilExit()
                    waiting.resume(returning: process.terminationStatus)
                }
            }
            return (status, try String(contentsOf: directory.appending(path: "watch.out"), encoding: .utf8))
        }
    }

    private static func run(in directory: URL) throws -> (folder: URL, record: [String: Any]) {
        let runs = directory.appending(path: "joint-debug/runs")
        let name = try #require(FileManager.default.contentsOfDirectory(atPath: runs.path).first)
        let folder = runs.appending(path: name)
        let data = try Data(contentsOf: folder.appending(path: "run.json"))
        return (folder, try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any]))
    }

    @Test(
        "A sign-on of HUAWEI CLOUD is shown as it happens and kept as a real run, which message lint and the checklist read"
    )
    func wholeWay() async throws {
        let service = try await RunningService(provider: FakeServiceProvider(organization: "Huawei"))
        let command = service.installation.command
        let watching = try await Watching(service)
        var browser = Browser(language: .en)
        let page = try await service.signOn(&browser)
        #expect(page.text.contains("SAMLResponse"), "\(page.text)")
        let message = AssociationMessage(xUserID: "u-1", domainName: "zhangwei", domainID: "d-1", action: .bind)
        let notification = try SimulatedNotification(message, signedBy: service.serviceProvider.key)
        let fields = [
            ("bindRequest", notification.bindRequest), ("SigAlg", notification.sigAlg),
            ("Signature", notification.signature),
        ]
        _ = try await browser.submit(fields, to: service.base + "/huawei/association", from: service.base)
        let outcome = try await watching.end(SIGINT)

        #expect(outcome.status == 0, "\(outcome.output)")
        for text in ["An AuthnRequest comes", "The portal hands a customer over", "An association notification comes"] {
            #expect(outcome.output.contains(text), "\(outcome.output)")
        }
        let (folder, record) = try Self.run(in: command.directory)
        #expect(record["kind"] as? String == "real")
        #expect(!FileManager.default.fileExists(atPath: command.directory.appending(path: "joint-debug/tap").path))
        for case let file as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
            ?? .init()
        where !file.hasDirectoryPath {
            let text = try String(contentsOf: file, encoding: .utf8)
            for secret in ["u-1", "a-1", "zhangwei", "d-1"] {
                #expect(!text.contains(">\(secret)<") && !text.contains("\"\(secret)\""), "\(secret) in \(file.path)")
            }
        }

        let lint = try command.run("message", "lint", "--run", "last", "--lang", "en")
        #expect(
            lint.status == 0 && String(decoding: lint.output, as: UTF8.self).contains("errors: 0"),
            "\(lint.errors)"
        )
        let checklist = try command.run("checklist", "run", "--stage", "joint-debug", "--format", "json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(checklist.output)) as? [String: Any])
        let items = try #require(object["items"] as? [[String: Any]])
        for rule in ["request.fixture", "huawei.message.signature", "notification.signature"] {
            let item = items.first { $0["rule"] as? String == rule }
            #expect(item?["verdict"] as? String == "pass", "\(String(describing: item))")
            #expect(item?["proved_against"] as? String == "real", "\(String(describing: item))")
        }
    }

    @Test("A request that is refused is shown with its code and the message, and the watch ends with 1")
    func refused() async throws {
        let service = try await RunningService()
        let watching = try await Watching(service)
        var browser = Browser(language: .en)
        let stranger = try FakeServiceProvider(key: TestPKI.rsa2048)
        let refused = try await service.request(of: &browser, by: stranger)
        #expect(refused.status == 403)
        let outcome = try await watching.end(SIGTERM)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("signature.value-mismatch"), "\(outcome.output)")
        #expect(outcome.output.contains("| <samlp:AuthnRequest"), "\(outcome.output)")
    }

    @Test("One follows at a time; what one that was killed left behind is removed by the service")
    func leases() async throws {
        let service = try await RunningService()
        let watching = try await Watching(service)
        let second = try service.installation.command.run("joint-debug", "watch", "--for", "1s", "--lang", "en")
        #expect(second.status == 2 && second.errors.contains("Another joint-debug watch"), "\(second.errors)")
        _ = try await watching.end(SIGKILL)
        try await watching.vanishes("joint-debug/tap")
    }

    @Test("Nothing is followed where nothing runs, nor in production, and nonsense is told")
    func nothing() throws {
        let installation = try Installation()
        let idle = try installation.run("joint-debug", "watch", "--for", "1s", "--lang", "en")
        #expect(idle.status == 1 && idle.errors.contains("Nothing was seen"), "\(idle.errors)")
        #expect(try installation.run("joint-debug", "watch", "--for", "soon").status == 2)
        #expect(try installation.run("message", "lint").status == 2)
        #expect(try installation.run("message", "lint", "--run", "none").status == 2)
    }
}
