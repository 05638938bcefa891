import Foundation
public import Logging
public import Onboarding
import Outbound
import SAML
public import ServiceLifecycle
import XMLSecurity

/// Sends what the outbox holds, and tries again what a portal did not take.
public struct WebhookDeliveryService: Service {
    /// Sends one message; what it throws is why it was not taken.
    public typealias Sender = @Sendable (WebhookMessage, PortalWebhook) async throws -> Void

    /// How many are taken at a time.
    private static let batch = 20
    /// How long one attempt may take, in seconds.
    private static let patience: Int64 = 10
    /// The most of a portal's answer that is read; nobody looks at it.
    private static let longestAnswer = 64 * 1024
    /// How long whoever took a batch has for it, in seconds: all of it one behind the other, with room.
    private static let lease = patience * Int64(batch) + 60
    /// How often the outbox is looked at.
    private static let pause: Duration = .seconds(2)

    private let outbox: any WebhookOutbox
    private let current: CurrentServing
    private let clock: Clock
    private let logger: Logger
    private let send: Sender

    /// Makes the service.
    public init(
        _ outbox: any WebhookOutbox,
        current: CurrentServing,
        clock: Clock,
        logger: Logger,
        send: @escaping Sender = Self.overHTTPS
    ) {
        self.outbox = outbox
        self.current = current
        self.clock = clock
        self.logger = logger
        self.send = send
    }

    /// Sends over https, to where the guarded client may go.
    public static let overHTTPS: Sender = { message, webhook in
        let limits = FetchLimits(
            bytes: longestAnswer,
            seconds: patience,
            redirects: 0,
            allowsPrivateAddresses: webhook.allowsPrivateAddress
        )
        try await GuardedClient(limits).post(message.body, to: webhook.url, headers: message.headers)
    }

    /// Runs until the service shuts down.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await deliver()
                } catch {
                    logger.error("the outbox does not work", metadata: ["error": .string("\(error)")])
                }
                try? await Task.sleep(for: Self.pause)
            }
        }
    }

    /// Sends all that is due.
    public func deliver() async throws {
        let now = clock.now
        let due = try await outbox.take(at: now, lease: now.adding(seconds: Self.lease), limit: Self.batch)
        // One portal behind the other would let a slow one stop all; of one portal the order is kept.
        try await withThrowingTaskGroup(of: Void.self) { group in
            for deliveries in Dictionary(grouping: due, by: \.portal).values {
                group.addTask { for delivery in deliveries { try await deliver(delivery) } }
            }
            try await group.waitForAll()
        }
    }

    private func deliver(_ delivery: WebhookDelivery) async throws {
        guard let webhook = current.now.portals.first(where: { $0.name == delivery.portal })?.webhook else {
            return try await note(delivery, "the portal has no webhook any more", next: nil)
        }
        do {
            try await send(WebhookMessage(delivery, secret: webhook.secret, at: clock.now), webhook)
        } catch {
            let fault = (error as? FetchError)?.message.en ?? "\(error)"
            let next = WebhookSchedule.pause(after: delivery.attempts).map { clock.now.adding(seconds: $0) }
            return try await note(delivery, fault, next: next)
        }
        try await outbox.delivered(delivery.id, at: clock.now)
        Telemetry.delivered("delivered")
    }

    private func note(_ delivery: WebhookDelivery, _ fault: String, next: Instant?) async throws {
        try await outbox.failed(delivery.id, fault, next: next, at: clock.now)
        Telemetry.delivered(next == nil ? "dead" : "failed")
        logger.log(
            level: next == nil ? .error : .warning,
            next == nil ? "webhook given up" : "webhook not taken",
            metadata: [
                "delivery": .stringConvertible(delivery.id), "portal": .string(delivery.portal),
                "attempts": .stringConvertible(delivery.attempts), "fault": .string(fault),
            ]
        )
    }
}
