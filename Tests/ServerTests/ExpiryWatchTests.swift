import Foundation
import HTTPTypes
import IdentityProvider
import SAML
import Server
import TestSupport
import Testing
import XMLSecurity

@Suite("What is about to end is told before it does")
struct ExpiryWatchTests {
    private static let day: Int64 = 86_400

    /// A service whose key and whose SP's metadata end in so many days.
    private static func serving(_ bridge: Bridge, key: Int64, metadata: Int64?) throws -> Serving {
        let provider = bridge.services.identityProvider
        let now = bridge.clock.now
        let federation = Federation(
            provider.federation.serviceProviders.map {
                ServiceProvider(
                    entityID: $0.entityID,
                    descriptor: $0.descriptor,
                    settings: $0.settings,
                    validUntil: metadata.map { now.adding(seconds: $0 * day) }
                )
            }
        )
        return Serving(
            identityProvider: IdentityProvider(
                settings: provider.settings,
                federation: federation,
                signingKey: provider.signingKey,
                randomness: .openSSL
            ),
            metadata: bridge.services.metadata,
            keys: [Serving.PublishedKey(name: "signing-1", end: now.adding(seconds: key * day))],
            portals: bridge.services.portals
        )
    }

    struct Case: CustomTestStringConvertible, Sendable {
        let key: Int64
        let metadata: Int64?
        let says: [String]

        var testDescription: String { "key \(key) d, metadata \(metadata.map { "\($0) d" } ?? "for ever")" }

        static let all = [
            Case(key: 91, metadata: 91, says: []), Case(key: 400, metadata: nil, says: []),
            Case(key: 89, metadata: nil, says: ["warning signing-1"]),
            Case(key: 6, metadata: 29, says: ["warning signing-1", "warning https://"]),
            Case(key: -1, metadata: nil, says: ["error signing-1"]),
        ]
    }

    @Test("The log is told once a day, louder when it has ended", arguments: Case.all)
    func log(row: Case) async throws {
        let bridge = try await Bridge()
        let log = CollectedLog()
        let current = CurrentServing(try Self.serving(bridge, key: row.key, metadata: row.metadata))
        let watch = ExpiryWatch(current, clock: bridge.clock.clock, logger: log.logger)
        let told = watch.look(told: nil)
        #expect(log.lines.count == row.says.count, "\(log.lines)")
        for words in row.says {
            let parts = words.split(separator: " ")
            #expect(log.lines.contains { line in parts.allSatisfy { line.contains($0) } }, "\(log.lines)")
        }
        bridge.clock.advance(Self.day - 1)
        let again = watch.look(told: told)
        #expect(log.lines.count == row.says.count)
        bridge.clock.advance(1)
        _ = watch.look(told: again)
        #expect(log.lines.count >= 2 * row.says.count)
    }
}
