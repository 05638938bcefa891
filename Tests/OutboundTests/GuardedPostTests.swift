import Foundation
import Outbound
import TestSupport
import Testing

@Suite("Messages are sent over https only, and only to where they may go", .serialized)
struct GuardedPostTests {
    private static let headers = [("Content-Type", "application/json"), ("Drawbridge-Timestamp", "1")]

    @Test("A message arrives whole, with its headers, by POST")
    func good() async throws {
        let server = try TLSPostServer()
        defer { server.stop() }
        let body = Array(repeating: UInt8(ascii: "x"), count: 100_000)
        try await server.client().post(body, to: server.url("200"), headers: Self.headers)
        #expect(server.requests() == ["POST /200 1 application/json 100000"])
    }

    @Test("What is not taken is told, and a redirect is not followed", arguments: ["500", "404", "302", "307"])
    func refused(status: String) async throws {
        let server = try TLSPostServer()
        defer { server.stop() }
        let code = await Self.code { try await server.client().post([1], to: server.url(status), headers: []) }
        #expect(code == (status.hasPrefix("3") ? .redirects : .status))
        #expect(server.requests().count == 1)
    }

    @Test("The rules of fetching hold for sending", arguments: ["http://localhost/", "https://a@example.com/", "x"])
    func schemes(url: String) async {
        let client = GuardedClient(FetchLimits(seconds: 600, allowsPrivateAddresses: true))
        #expect(await Self.code { try await client.post([1], to: url, headers: []) } == .address)
    }

    @Test("An address that is not public gets nothing unless it is allowed, nor does a server that nobody vouches for")
    func guarded() async throws {
        let server = try TLSPostServer()
        defer { server.stop() }
        let careful = GuardedClient(FetchLimits(seconds: 5))
        #expect(
            await Self.code { try await careful.post([1], to: server.url("200"), headers: []) } == .privateAddress
        )
        let untrusting = GuardedClient(FetchLimits(seconds: 600, allowsPrivateAddresses: true))
        #expect(await Self.code { try await untrusting.post([1], to: server.url("200"), headers: []) } == .connection)
        #expect(server.requests().isEmpty)
    }

    private static func code(_ send: () async throws -> Void) async -> FetchError.Code? {
        do {
            try await send()
            return nil
        } catch {
            return (error as? FetchError)?.code
        }
    }
}
