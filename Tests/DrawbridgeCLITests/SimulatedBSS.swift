import Foundation
import HuaweiCloud
import Hummingbird
import JointDebug
import Logging
import NIOCore
import TestSupport
import Testing
import XMLSecurity

/// An installation for the simulation, and the simulated BSS that its commands call.
struct SimulatedBSS: Sendable {
    static let secretKey = "SecretKeyOfTheTests"
    static let accessKey = "ACCESSKEYOFTHETESTS"
    static let password = "PasswordOfTheTests"

    let host: BSSHost
    let customers: SimulatedCustomers
    let command: DrawbridgeCommand
    let port: Int

    private static let settings = [
        "DRAWBRIDGE_HUAWEI_SITE": "simulation", "DRAWBRIDGE_HUAWEI_SIMULATION_LOGIN": "http://127.0.0.1:8090",
        "DRAWBRIDGE_HUAWEI_SIMULATION_CONSOLE": "http://127.0.0.1:8091", "DRAWBRIDGE_HUAWEI_PLATFORM_ID": "platform",
    ]

    /// Runs both as long as a body does.
    ///
    /// With `listing`, that is what the list of customers answers, whatever is asked.
    static func run(listing: String? = nil, _ body: @escaping @Sendable (SimulatedBSS) async throws -> Void)
        async throws
    {
        let customers = SimulatedCustomers(randomness: .openSSL)
        let key = try #require(AccessKey(accessKey))
        let partner = BSSPartner(
            name: "partner",
            credentials: BSSCredentials(accessKey: key, secretKey: Secret(secretKey)),
            user: IAMUser(name: "partner", domain: "partner", password: Secret(password)),
            platformID: PlatformID("platform")
        )
        let host = BSSHost(
            customers: customers,
            partners: [partner],
            randomness: .openSSL,
            now: { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
        )
        let router = Router()
        if let listing {
            router.post(RouterPath(BSSOperation.customers.path)) { _, _ in listing }
        } else {
            host.add(to: router)
        }
        let (ports, announcement) = AsyncStream<Int>.makeStream()
        let application = Application(
            router: router,
            configuration: .init(address: .hostname("127.0.0.1", port: 0), serverName: nil),
            onServerRunning: { announcement.yield($0.localAddress?.port ?? 0) },
            logger: Logger(label: "bss") { _ in SwiftLogNoOpLogHandler() }
        )
        let command = try Installation().command
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            let port = try #require(await ports.first { _ in true })
            try await body(SimulatedBSS(host: host, customers: customers, command: command, port: port))
            group.cancelAll()
        }
    }

    /// Runs a command against it.
    func call(_ arguments: String..., environment: [String: String]? = nil) async throws -> CommandLineTool.Outcome {
        try await call(arguments, environment: environment)
    }

    /// Runs a command against it.
    func call(_ arguments: [String], environment: [String: String]? = nil) async throws -> CommandLineTool.Outcome {
        try await run(arguments + ["--endpoint", "http://127.0.0.1:\(port)"], environment ?? Self.keys)
    }

    /// Runs a command with an endpoint that is configured.
    func configured(
        _ arguments: String...,
        endpoint: String,
        _ settings: [String: String] = [:]
    ) async throws -> CommandLineTool.Outcome {
        let configured = ["DRAWBRIDGE_BSS_ENDPOINT": endpoint].filter { !$0.value.isEmpty }
        return try await run(arguments, Self.keys.merging(configured) { $1 }.merging(settings) { $1 })
    }

    private static let keys = ["DRAWBRIDGE_BSS_AK": accessKey, "DRAWBRIDGE_BSS_SK": secretKey]

    // On a thread of its own, since this process must answer meanwhile.
    private func run(_ words: [String], _ environment: [String: String]) async throws -> CommandLineTool.Outcome {
        let all = Self.settings.merging(environment) { $1 }
        return try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try command.run(words, environment: all) })
            }
        }
    }

    /// A command that calls nobody.
    func local(_ arguments: String...) throws -> CommandLineTool.Outcome {
        try command.run(arguments, environment: Self.settings)
    }
}
