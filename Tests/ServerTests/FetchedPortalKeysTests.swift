import Foundation
import JWTKit
import Logging
import SAML
import Server
import Synchronization
import Testing
import XMLSecurity

@Suite("A portal's JWK Set behind an address")
struct FetchedPortalKeysTests {
    /// What the portal publishes, and how often it was asked.
    private final class Published: Sendable {
        struct Down: Error {}

        let asked = Mutex(0)
        let keys = Mutex<[PortalKey]?>(nil)

        func source() -> FetchedPortalKeys {
            FetchedPortalKeys("mall", logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }) {
                self.asked.withLock { $0 += 1 }
                guard let keys = self.keys.withLock({ $0 }) else { throw Down() }
                return keys
            }
        }

        func publish(_ key: ES256PrivateKey, _ id: String) async throws {
            let made = try await PortalKey(key.publicKey.pemRepresentation, algorithm: .es256, id: id)
            keys.withLock { $0 = [made] }
        }
    }

    private let start = TestClock.start
    private let published = Published()

    private func token(_ key: ES256PrivateKey, _ id: String) async throws -> String {
        let keys = JWTKeyCollection()
        await keys.add(ecdsa: key)
        var token = PortalToken(now: start)
        token.header["kid"] = id
        return try token.signed(by: await keys.getKey())
    }

    private func code(_ text: String, _ source: FetchedPortalKeys, _ seconds: Int64) async -> String? {
        let portal = Portal(name: "mall", signInURL: "https://mall.example/", keys: source)
        do {
            _ = try await HandOffToken(text, from: [portal], at: start.adding(seconds: seconds))
            return nil
        } catch {
            return error.code.id
        }
    }

    @Test("It is fetched once for many tokens, and again when a token names a key that nobody has")
    func rolled() async throws {
        let (old, new) = (ES256PrivateKey(), ES256PrivateKey())
        let source = published.source()
        try await published.publish(old, "old")
        for _ in 0..<5 { #expect(await code(try token(old, "old"), source, 0) == nil) }
        #expect(published.asked.withLock { $0 } == 1)
        try await published.publish(new, "new")
        #expect(await code(try token(new, "new"), source, FetchedPortalKeys.shortestPause) == nil)
        #expect(published.asked.withLock { $0 } == 2)
    }

    @Test("Tokens with made-up key names cost the portal one look in thirty seconds")
    func flood() async throws {
        let source = published.source()
        try await published.publish(ES256PrivateKey(), "own")
        let forged = try await token(ES256PrivateKey(), "made-up")
        for second in 0..<60 { #expect(await code(forged, source, Int64(second)) == "token.unknown-key") }
        #expect(published.asked.withLock { $0 } == 2)
    }

    @Test("A portal that is down is asked ever more rarely, and its last keys hold for a day")
    func down() async throws {
        let key = ES256PrivateKey()
        let source = published.source()
        try await published.publish(key, "own")
        let good = try await token(key, "own")
        #expect(await code(good, source, 0) == nil)
        published.keys.withLock { $0 = nil }
        for second in stride(from: Int64(0), to: FetchedPortalKeys.longestUse, by: 60) {
            #expect(!(await source.keys(at: start.adding(seconds: second))).isEmpty)
            _ = await source.keysLookedUpAgain(at: start.adding(seconds: second))
        }
        #expect(published.asked.withLock { $0 } < 110)
        #expect(await source.keys(at: start.adding(seconds: FetchedPortalKeys.longestUse)).isEmpty)
    }

    @Test("Many who ask at once wait for one fetch")
    func together() async throws {
        let source = published.source()
        try await published.publish(ES256PrivateKey(), "own")
        await withTaskGroup(of: Int.self) { group in
            for _ in 0..<50 { group.addTask { await source.keys(at: start).count } }
            for await count in group { #expect(count == 1) }
        }
        #expect(published.asked.withLock { $0 } == 1)
    }
}
