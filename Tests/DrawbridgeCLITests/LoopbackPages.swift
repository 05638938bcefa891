import Foundation
import Hummingbird
import Logging
import Testing

/// Pages on a port of this machine, as long as a body runs.
enum LoopbackPages {
    static func serve(
        _ page: @escaping @Sendable (_ port: Int) throws -> String,
        at path: String,
        _ body: @escaping @Sendable (_ port: Int) async throws -> Void
    ) async throws {
        let router = Router()
        let (ports, announcement) = AsyncStream<Int>.makeStream()
        router.get(RouterPath(path)) { request, _ in
            try page(Int(request.head.authority?.split(separator: ":").last ?? "") ?? 0)
        }
        let application = Application(
            router: router,
            configuration: .init(address: .hostname("127.0.0.1", port: 0), serverName: nil),
            onServerRunning: { announcement.yield($0.localAddress?.port ?? 0) },
            logger: Logger(label: "pages") { _ in SwiftLogNoOpLogHandler() }
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            let port = try #require(await ports.first { _ in true })
            try await body(port)
            group.cancelAll()
        }
    }

    /// Does what blocks on a thread of its own, since this process must answer meanwhile.
    static func aside<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
        }
    }
}
