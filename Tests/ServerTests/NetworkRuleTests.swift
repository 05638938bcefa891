import Foundation
import HTTPTypes
import Onboarding
import Server
import Testing
import XMLSecurity

@Suite("Who is not on this machine needs an entry to reach the API and the metrics")
struct NetworkRuleTests {
    private static func status(
        _ stand: AdministrationStand,
        _ path: String,
        from address: String?,
        forwarded: String? = nil
    ) async throws -> Int {
        let headers = forwarded.map { ["X-Forwarded-For": $0] } ?? [:]
        return try await stand.send(.get, path, headers: headers, from: address).status
    }

    @Test("Without an entry only this machine is answered; the health of the service is told to all")
    func noEntry() async throws {
        let stand = try await AdministrationStand()
        for (address, status) in [
            ("127.0.0.1", 200), ("127.8.9.10", 200), ("::1", 200), ("::ffff:127.0.0.1", 200), ("10.1.2.3", 403),
            ("::2", 403), ("::ffff:10.1.2.3", 403), (nil, 403),
        ] as [(String?, Int)] {
            for path in ["/api/v1/operator", "/metrics"] {
                #expect(try await Self.status(stand, path, from: address) == status, "\(address ?? "-") \(path)")
            }
            #expect(try await Self.status(stand, "/healthz", from: address) == 200)
        }
        let reply = try await stand.send(.get, "/metrics", from: "10.1.2.3")
        #expect(reply.code == "whitelist.network" && reply.headers[.contentType] == "application/problem+json")
    }

    @Test("An active entry opens both for its network, as long as it is active")
    func entry() async throws {
        let stand = try await AdministrationStand()
        let follower = WhitelistFollower(
            stand.bridge.whitelists,
            current: stand.bridge.services.admission,
            logger: stand.bridge.services.logger
        ) { .live }
        let body = #"{"entries":[{"kind":"network","subject":"10.1.0.0/16"}],"reason":"operators"}"#
        #expect(try await stand.post("/entries", as: "li", body, match: nil).status == 201)
        for (move, status) in [("approve", 403), ("activate", 200), ("suspend", 403)] {
            #expect(try await stand.post("/entries/1/\(move)").status == 200)
            await follower.follow()
            for path in ["/api/v1/operator", "/metrics"] {
                #expect(try await Self.status(stand, path, from: "10.1.2.3") == status, "\(move)")
                #expect(try await Self.status(stand, path, from: "::ffff:10.1.2.3") == status, "\(move)")
                #expect(try await Self.status(stand, path, from: "10.2.2.3") == 403)
            }
        }
    }

    @Test("A proxy on this machine speaks for others only when it is listed, and then for who really asks")
    func proxies() async throws {
        let hidden = try await AdministrationStand()
        #expect(try await Self.status(hidden, "/metrics", from: "127.0.0.1", forwarded: "10.1.2.3") == 403)
        #expect(try await Self.status(hidden, "/metrics", from: "127.0.0.1", forwarded: "127.0.0.1") == 403)
        let listed = try await AdministrationStand(proxies: ["127.0.0.0/8"])
        #expect(try await Self.status(listed, "/metrics", from: "127.0.0.1", forwarded: "10.1.2.3") == 403)
        #expect(try await Self.status(listed, "/metrics", from: "127.0.0.1", forwarded: "127.0.0.1") == 200)
        #expect(try await Self.status(listed, "/metrics", from: "10.9.9.9", forwarded: "127.0.0.1") == 403)
        #expect(try await Self.status(listed, "/metrics", from: "127.0.0.1") == 200)
    }
}
