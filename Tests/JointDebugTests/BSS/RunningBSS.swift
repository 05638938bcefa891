import Foundation
import HuaweiCloud
import Hummingbird
import JointDebug
import Logging
import NIOCore
import Testing
import XMLSecurity

/// The simulated BSS on a port of its own.
struct RunningBSS: Sendable {
    static let start = Instant(xsDateTime: "2026-11-24T02:00:00Z") ?? Instant(seconds: 0)

    let host: BSSHost
    let customers: SimulatedCustomers
    let port: Int

    var origin: String { "http://127.0.0.1:\(port)" }

    /// Runs it as long as a body does.
    static func run(
        faults: Faults = Faults(),
        time: ManualTime = ManualTime(),
        _ body: @escaping @Sendable (RunningBSS) async throws -> Void
    ) async throws {
        let customers = SimulatedCustomers(randomness: .openSSL)
        let host = BSSHost(
            customers: customers,
            partners: try Caller.all.map { try $0.partner() },
            faults: { faults },
            randomness: .openSSL,
            now: { time.now },
            sleep: { time.sleep($0) }
        )
        let router = Router()
        host.add(to: router)
        let (ports, announcement) = AsyncStream<Int>.makeStream()
        let application = Application(
            router: router,
            configuration: .init(address: .hostname("127.0.0.1", port: 0), serverName: nil),
            onServerRunning: { announcement.yield($0.localAddress?.port ?? 0) },
            logger: Logger(label: "bss") { _ in SwiftLogNoOpLogHandler() }
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            let port = try #require(await ports.first { _ in true })
            try await body(RunningBSS(host: host, customers: customers, port: port))
            group.cancelAll()
        }
    }
}
