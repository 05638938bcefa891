import Foundation
import HTTPTypes
import SAML
import TestSupport
import Testing
import XMLSecurity

@testable import Server

@Suite("What is copied for whoever follows the service")
struct TapTests {
    @Test("A whole sign-on is copied with its messages; tokens, cookies and one-time addresses are not")
    func signOn() async throws {
        let bridge = try await Bridge()
        bridge.services.tap.set(isOpen: true)
        let token = PortalToken(now: bridge.clock.now)
        let started = try await bridge.hand(token, to: "/sso/start")
        _ = try await bridge.send(
            bridge.serviceProvider.redirect(bridge.request()),
            cookies: started.cookies,
            json: false
        )
        let exchanges = bridge.services.tap.takeAll()
        #expect(exchanges.map(\.status) == [303, 303, 200])
        let (handOff, request) = (try #require(exchanges.first), try #require(exchanges.last))
        #expect(handOff.url == Bridge.base + "/sso/start" && handOff.sentBody.isEmpty && handOff.body.isEmpty)
        #expect(request.url.contains("SAMLRequest=") && request.body.contains("name=\"SAMLResponse\""))
        #expect(request.at == bridge.clock.now && !request.reference.isEmpty && request.refused == nil)
        let text = String(decoding: try JSONEncoder().encode(exchanges), as: UTF8.self)
        let signed = try token.signed(by: bridge.portalKey)
        for secret in started.cookies.map({ $0.split(separator: "=").last.map(String.init) ?? "" }) + [signed] {
            #expect(!secret.isEmpty && !text.contains(secret.prefix(20)), "\(secret.prefix(20)) is copied")
        }
    }

    @Test("Nobody can act for a customer by what is copied of a request that waits: its address is cut")
    func oneTimeAddress() async throws {
        let bridge = try await Bridge()
        let waiting = try await bridge.send(bridge.serviceProvider.redirect(bridge.request()), json: false)
        let location = try #require(waiting.headers[.location])
        let id = try #require(URLComponents(string: location)?.queryItems?.first { $0.name == "request" }?.value)
        bridge.services.tap.set(isOpen: true)
        let resumed = try await bridge.hand(PortalToken(now: bridge.clock.now, ["request": id]), to: "/sso/resume")
        let path = try #require(resumed.headers[.location]?.replacing(Bridge.base, with: ""))
        _ = try await bridge.send(.get, path, cookies: waiting.cookies, json: false)
        let exchanges = bridge.services.tap.takeAll()
        let text = String(decoding: try JSONEncoder().encode(exchanges), as: UTF8.self)
        let secret = try #require(path.split(separator: "/").last)
        #expect(exchanges.count == 2 && !text.contains(secret), "\(text)")
    }

    @Test("A refusal is told with its place, and what became of a notification")
    func decisions() async throws {
        let bridge = try await Bridge()
        bridge.services.tap.set(isOpen: true)
        let unsigned = try bridge.serviceProvider.redirect(bridge.request(), signed: false)
        #expect(try await bridge.send(unsigned).code == "signature.missing")
        let seen = try #require(bridge.services.tap.takeAll().first)
        #expect(seen.refused?.code == "signature.missing" && seen.status == 403)
    }

    @Test("A tap that is shut keeps nothing; one that is full counts what it lost, and no sign-on waits for a reader")
    func bounds() async throws {
        let bridge = try await Bridge()
        _ = try await bridge.send(bridge.serviceProvider.redirect(bridge.request()), json: false)
        #expect(bridge.services.tap.takeAll().isEmpty)
        bridge.services.tap.set(isOpen: true)
        for _ in 0..<(Tap.capacity + 5) { _ = try await bridge.send(.get, "/saml/metadata") }
        let first = bridge.services.tap.takeAll()
        #expect(first.count == Tap.capacity && first.first?.lost == 5)
        _ = try await bridge.send(.get, "/saml/metadata")
        #expect(bridge.services.tap.takeAll().first?.lost == 0)
    }

    @Test("A folder is private, one follower's at a time, and a stale lease is nobody's")
    func lease() throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "tap-\(UUID().uuidString)").path
        let folder = TapFolder(in: directory)
        let now = Instant(seconds: 1_795_000_000)
        #expect(folder.lease(at: now) == .absent)
        #expect(try folder.take(at: now, isNew: true) == nil)
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions] as? Int
        #expect(mode == 0o700)
        #expect(try folder.take(at: now.adding(seconds: 5), isNew: true) == now, "another follows")
        #expect(folder.lease(at: now.adding(seconds: 5)) == .fresh)
        let later = now.adding(seconds: TapFolder.leaseLifetime)
        #expect(folder.lease(at: later) == .stale)
        #expect(try folder.take(at: later, isNew: true) == nil)
        folder.clear()
        #expect(folder.lease(at: later) == .absent)
    }
}
