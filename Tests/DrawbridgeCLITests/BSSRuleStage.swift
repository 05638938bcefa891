import Foundation
import HuaweiCloud
import Hummingbird
import JointDebug
import Logging
import NIOCore
import SAML
import TestSupport
import Testing
import XMLSecurity

@testable import DrawbridgeCLI

/// An installation with a simulated BSS, on which the scenarios of the BSS are played as `joint-debug run` plays them.
struct BSSRuleStage {
    private static let platformID = "test_IDP"

    let simulation: SimulatedHuaweiCloud
    let callers: SimulationCallers
    private let command: DrawbridgeCommand
    private let host: BSSHost
    private let key: SigningKey

    init() async throws {
        command = try DrawbridgeCommand()
        callers = SimulationCallers(directory: command.directory.appending(path: "bss").path(percentEncoded: false))
        let key = try SimulationKey.make(.bits2048, at: Self.now())
        let simulation = SimulatedHuaweiCloud(
            login: "http://localhost:1",
            console: "http://127.0.0.2:1",
            keys: ServiceProviderKeys(current: key) { key },
            randomness: .openSSL,
            clock: Self.now
        )
        self.key = key
        self.simulation = try #require(simulation)
        host = BSSHost(self.simulation, partners: try callers.partners(of: PlatformID(Self.platformID)))
    }

    /// What an installation may be told wrongly.
    struct Setting {
        /// The endpoint; `nil` for the right one.
        var endpoint: String?
        /// The file with the credentials.
        var credentials: String
    }

    /// Writes a file that only its owner reads.
    func write(_ content: String, to name: String) throws -> String {
        let path = try command.file(name, content)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        return path
    }

    /// Plays all scenarios of the BSS that need no portal.
    func play(_ setting: Setting) async throws -> RunRecord {
        let (ports, announcement) = AsyncStream<Int>.makeStream()
        let application = Application(
            router: host.router,
            configuration: .init(address: .hostname("127.0.0.1", port: 0), serverName: nil),
            onServerRunning: { announcement.yield($0.localAddress?.port ?? 0) },
            logger: Logger(label: "bss") { _ in SwiftLogNoOpLogHandler() }
        )
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            let port = try #require(await ports.first { _ in true })
            let run = try await play(setting, at: "http://127.0.0.1:\(port)")
            group.cancelAll()
            return run
        }
    }

    private func play(_ setting: Setting, at origin: String) async throws -> RunRecord {
        let path = try command.file("drawbridge.yaml", yaml(setting, origin))
        let stage = ScenarioStage(
            identityProvider: IdentityProviderSide(
                metadataURL: nil,
                drawbridge: nil,
                login: .none,
                commands: { [command] in try await Self.run(command, $0) }
            ),
            simulation: simulation,
            platformID: try #require(PlatformID(Self.platformID)),
            bss: BSSSide(origin, host, callers, configuration: path),
            folder: command.directory.path(percentEncoded: false),
            strangerKey: key,
            language: .en,
            randomness: .openSSL,
            now: Self.now
        )
        let all = try ScenarioSet.builtIn()
        let scenarios = all.filter { $0.family == .bss }
        let reports = await ScenarioRunner(stage, width: 1, firstNumber: 1).run(scenarios) { _ in }
        return RunRecord(
            reports,
            name: "run",
            at: Self.now(),
            identityProvider: .init(entityID: "https://idp.example.com", metadataSHA256: ""),
            milliseconds: 0
        )
    }

    private func yaml(_ setting: Setting, _ origin: String) -> String {
        """
        base_url: https://idp.example.com
        huawei:
          site: simulation
          platform_id: \(Self.platformID)
          simulation:
            login: http://localhost:1
            console: http://127.0.0.2:1
        first_login:
          when_unknown: true
        bss:
          endpoint: \(setting.endpoint ?? origin)
          credentials_file: \(setting.credentials)

        """
    }

    // On a thread of its own: this process must answer meanwhile.
    private static func run(
        _ command: DrawbridgeCommand,
        _ arguments: [String]
    ) async throws -> (status: Int32, output: String) {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    with: Result {
                        let outcome = try command.run(arguments + ["--lang", "en"])
                        return (outcome.status, String(decoding: outcome.output, as: UTF8.self) + outcome.errors)
                    }
                )
            }
        }
    }

    @Sendable private static func now() -> Instant {
        Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }
}
