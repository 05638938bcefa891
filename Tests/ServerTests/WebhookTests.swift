import Foundation
import IdentityProvider
import Logging
import Onboarding
import Server
import Storage
import Synchronization
import TestSupport
import Testing
import XMLSecurity

@Suite("A portal is told of associations")
struct WebhookTests {
    /// A portal that takes messages, or does not.
    private final class Receiver: Sendable {
        private let state = Mutex<(messages: [WebhookMessage], isDown: Bool)>(([], false))

        var messages: [WebhookMessage] { state.withLock { $0.messages } }

        func set(isDown: Bool) { state.withLock { $0.isDown = isDown } }

        func take(_ message: WebhookMessage) throws {
            try state.withLock { state in
                state.messages.append(message)
                if state.isDown { throw Down() }
            }
        }
    }

    private struct Down: Error {}

    private static func service(_ bridge: Bridge, _ receiver: Receiver) -> WebhookDeliveryService {
        WebhookDeliveryService(
            bridge.outbox,
            current: bridge.services.current,
            clock: bridge.clock.clock,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            send: { message, _ in try receiver.take(message) }
        )
    }

    @Test("Each change is told once, in its order, with a signature that openssl agrees with")
    func told() async throws {
        let bridge = try await Bridge()
        let receiver = Receiver()
        _ = try await AssociationFlowTests.handOff(bridge, ["first_login": true])
        let notification = try AssociationFlowTests.notification(bridge)
        for _ in 0..<2 { _ = try await AssociationFlowTests.send(notification, as: "form", to: bridge) }
        let service = Self.service(bridge, receiver)
        for _ in 0..<2 { try await service.deliver() }
        let bodies = try receiver.messages.map { message in
            try #require(JSONSerialization.jsonObject(with: Data(message.body)) as? [String: Any])
        }
        #expect(bodies.map { $0["state"] as? String } == ["pending", "bound"])
        #expect(bodies.map { $0["previous_state"] as? String } == ["unknown", "pending"])
        #expect(bodies.last?["x_account_id"] as? String == "account-1")
        #expect(bodies.last?["domain_id"] as? String == "d-1")
        let message = try #require(receiver.messages.last)
        let headers = Dictionary(uniqueKeysWithValues: message.headers)
        let timestamp = try #require(headers[WebhookMessage.timestampHeader])
        #expect(timestamp == String(bridge.clock.now.milliseconds / 1000))
        let signed = Array((timestamp + ".").utf8) + message.body
        #expect(headers[WebhookMessage.signatureHeader] == (try Self.hmac(signed)))
    }

    @Test("What a portal does not take is tried again, then given up, and can be revived")
    func retried() async throws {
        let bridge = try await Bridge()
        let receiver = Receiver()
        receiver.set(isDown: true)
        _ = try await AssociationFlowTests.handOff(bridge, ["first_login": true])
        let service = Self.service(bridge, receiver)
        for pause in WebhookSchedule.pauses {
            try await service.deliver()
            bridge.clock.advance(pause - 1)
            let before = receiver.messages.count
            try await service.deliver()
            #expect(receiver.messages.count == before, "not before its time")
            bridge.clock.advance(1)
        }
        try await service.deliver()
        #expect(receiver.messages.count == WebhookSchedule.pauses.count + 1)
        #expect(Set(receiver.messages.map(\.body)).count == 1, "the same message each time")
        let dead = try #require(try await bridge.outbox.deliveries(.dead, limit: 10).first)
        #expect(dead.fault?.contains("Down") == true)

        receiver.set(isDown: false)
        #expect(try await bridge.outbox.revive(dead.id, at: bridge.clock.now))
        try await service.deliver()
        #expect(try await bridge.outbox.deliveries(.delivered, limit: 10).map(\.id) == [dead.id])
    }

    private static func hmac(_ bytes: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "webhook-\(UUID().uuidString)")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let key = "hexkey:" + String(repeating: "05", count: 32)
        let arguments = ["dgst", "-sha256", "-mac", "HMAC", "-macopt", key, file.path(percentEncoded: false)]
        let outcome = try CommandLineTool.run("openssl", arguments)
        let text = String(decoding: outcome.output, as: UTF8.self)
        return String(try #require(text.split(separator: "= ").last).prefix(64))
    }
}
