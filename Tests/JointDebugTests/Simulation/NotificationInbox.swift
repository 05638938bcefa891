import Foundation
import HTTPTypes
import HuaweiCloud
import Hummingbird
import Logging
import ServiceLifecycle
import XMLSecurity

@testable import JointDebug

/// The partner's notification URL: keeps what comes.
final class NotificationInbox: Sendable {
    let url: String
    let received = Received()
    private let running: Task<Void, any Error>

    actor Received {
        private(set) var bodies: [String] = []

        func add(_ body: String) { bodies.append(body) }
    }

    init() async throws {
        let port = try await FreePorts.find(1)[0]
        url = "http://127.0.0.1:\(port)/bind"
        let router = Router()
        let received = received
        router.post("/bind") { request, _ in
            await received.add(String(buffer: try await request.body.collect(upTo: 10_000)))
            return HTTPResponse.Status.ok
        }
        let (started, start) = AsyncStream.makeStream(of: Void.self)
        let application = Application(
            router: router,
            configuration: .init(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { _ in start.yield() },
            logger: Logger(label: "test")
        )
        running = Task { try await application.run() }
        for await _ in started { break }
    }

    deinit { running.cancel() }

    /// What came, each verified.
    func messages(_ simulation: SimulatedHuaweiCloud) async throws -> [AssociationMessage] {
        let verifier = AssociationVerifier(
            keys: simulation.keys.certificates.map { .init($0) },
            signedOver: .base64Text
        )
        return try await received.bodies.map { try Self.read($0, verifier) }
    }

    static func read(_ body: String, _ verifier: AssociationVerifier) throws -> AssociationMessage {
        let form = try AssociationForm(Array(body.utf8))
        try verifier.verify(form)
        return try JSONDecoder().decode(AssociationMessage.self, from: Data(form.json))
    }
}
