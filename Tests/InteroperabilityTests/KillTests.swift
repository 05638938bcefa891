import Foundation
import IdentityProvider
import JointDebug
import SAML
import Storage
import TestSupport
import Testing
import XMLSecurity

/// `Scripts/kill-test` runs the long form.
@Suite("kill -9 at any moment", .ownThread)
struct KillTests {
    private static let rounds = Int(ProcessInfo.processInfo.environment["DRAWBRIDGE_KILL_SIGN_ONS"] ?? "") ?? 120
    private static let workers = 4
    private static let kills = 5

    @Test("After it no used request or token works again, and no acknowledged assertion or session is lost")
    func killed() async throws {
        let drawbridge = try await RunningDrawbridge()
        let client = try KillClient(drawbridge)
        let record = KillRecord()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<Self.workers {
                group.addTask {
                    while await record.count < Self.rounds { await client.signOn(record) }
                }
            }
            for kill in 1...Self.kills {
                // Between two sign-ons is as good a moment as inside one; four workers see to both.
                let moment = Self.rounds * kill / (Self.kills + 1) + Int.random(in: 0..<5)
                while await record.count < moment { try await Task.sleep(for: .milliseconds(Int.random(in: 1..<9))) }
                drawbridge.kill()
                try await drawbridge.start()
            }
            try await group.waitForAll()
        }

        for request in await record.requests {
            let again = try await client.open(request)
            #expect(again.status == 403, "a request was taken twice")
            #expect(again.text.contains("replay.request"))
        }
        for token in await record.tokens {
            let again = try await client.resume(token)
            #expect(again.status == 403, "a token was taken twice")
        }
        for browser in await record.browsers.suffix(20) {
            #expect(try await client.isSignedIn(browser), "a session was lost")
        }
        let ledger = SQLiteIssuanceLedger(try Database(path: drawbridge.path("drawbridge.sqlite")))
        let entries = try await ledger.entries(since: Instant(seconds: 0), limit: .max)
        let kept = Set(entries.compactMap(\.assertionID))
        #expect(await record.assertions.subtracting(kept).isEmpty)
        #expect(try await ledger.verify() == .intact(entries: entries.count))
        #expect(await record.assertions.count >= Self.rounds)
        #expect(drawbridge.stop() == 0)
    }
}

/// What a running Drawbridge acknowledged.
actor KillRecord {
    private(set) var requests: [String] = []
    private(set) var tokens: [String] = []
    private(set) var assertions: Set<String> = []
    private(set) var browsers: [Browser] = []

    var count: Int { assertions.count }

    func add(request: String) { requests.append(request) }
    func add(token: String) { tokens.append(token) }
    func add(assertion: String, in browser: Browser) {
        assertions.insert(assertion)
        browsers.append(browser)
    }
}

/// Sign-ons one after the other; one that a kill interrupts is forgotten.
struct KillClient {
    private let address: String
    private let entityID: String
    private let serviceProvider: FakeServiceProvider
    private let portalKey: PrivateKey

    init(_ drawbridge: RunningDrawbridge) throws {
        func key(_ name: String) throws -> PrivateKey {
            try PrivateKey(pem: Array(Data(contentsOf: URL(filePath: drawbridge.path(name)))), passphrase: nil)
        }
        address = drawbridge.baseURL
        entityID = drawbridge.baseURL + "/saml/metadata"
        portalKey = try key("portal.key")
        serviceProvider = try FakeServiceProvider(
            entityID: RunningDrawbridge.serviceProvider,
            assertionConsumerService: RunningDrawbridge.assertionConsumerService,
            key: key("sp.key")
        )
    }

    /// Keeps only what was acknowledged.
    func signOn(_ record: KillRecord) async {
        var browser = Browser(language: .en)
        guard let request = try? request(), let asked = try? await browser.open(request), asked.status == 303,
            let waiting = asked.redirect?.split(separator: "request=").last?.prefix(while: { $0 != "&" })
        else { return }
        await record.add(request: request)
        guard let token = try? token(for: String(waiting)),
            let taken = try? await browser.submit([("token", token)], to: address + "/sso/resume", from: "http://a/"),
            taken.status == 303, let arrival = taken.redirect
        else { return }
        await record.add(token: token)
        guard let page = try? await browser.open(arrival), page.status == 200,
            let assertion = try? Self.assertion(page.text)
        else { return }
        await record.add(assertion: assertion, in: browser)
    }

    func open(_ request: String) async throws -> WebExchange {
        var browser = Browser(language: .en)
        return try await browser.open(request)
    }

    /// Whether a browser gets an answer without the portal.
    func isSignedIn(_ browser: Browser) async throws -> Bool {
        var browser = browser
        let answer = try await browser.open(request())
        return answer.status == 200 && answer.text.contains("SAMLResponse")
    }

    func resume(_ token: String) async throws -> WebExchange {
        var browser = Browser(language: .en)
        return try await browser.submit([("token", token)], to: address + "/sso/resume", from: "http://a/")
    }

    private var now: Instant { Instant(seconds: Int64(Date().timeIntervalSince1970)) }

    private func request() throws -> String {
        let request = serviceProvider.request(
            id: MessageID.fresh(from: .openSSL),
            to: address + "/saml/sso",
            at: now
        )
        guard case .redirect(let query) = try serviceProvider.redirect(request) else { return "" }
        return address + "/saml/sso?" + String(decoding: query, as: UTF8.self)
    }

    // The octets of an ECDSA signature are the same in XML and in a JWT.
    private func token(for waiting: String) throws -> String {
        let seconds = now.milliseconds / 1000
        let claims: [String: Any] = [
            "iss": "mall", "aud": entityID, "iat": seconds, "exp": seconds + 120, "jti": UUID().uuidString,
            "sub": "user-1", "x_account_id": "account-1", "request": waiting,
        ]
        let header = Base64.encodeURL(Array("{\"alg\":\"ES256\",\"typ\":\"JWT\"}".utf8))
        let body = Base64.encodeURL(Array(try JSONSerialization.data(withJSONObject: claims)))
        let signed = header + "." + body
        return signed + "." + Base64.encodeURL(try portalKey.sign(Array(signed.utf8), with: .ecdsaSHA256))
    }

    private static func assertion(_ page: String) throws -> String? {
        guard let value = page.split(separator: "name=\"SAMLResponse\" value=\"").last?.prefix(while: { $0 != "\"" }),
            let xml = Base64.decode(value.utf8)
        else { return nil }
        let root = try XMLDocument(parsing: xml, limits: .message).root
        return root.children.first { $0.localName == "Assertion" }?.attribute("ID")
    }
}
