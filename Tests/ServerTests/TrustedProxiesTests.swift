import HTTPTypes
import Hummingbird
import NIOCore
import Onboarding
import SAML
import Testing

@testable import Server

@Suite("Who really asks")
struct TrustedProxiesTests {
    private struct Sample: Sendable {
        let peer: String?
        let forwarded: [String]
        let client: String?
        let why: String
    }

    private static let samples = [
        Sample(peer: "203.0.113.7", forwarded: [], client: "203.0.113.7", why: "no proxy"),
        Sample(peer: "203.0.113.7", forwarded: ["198.51.100.1"], client: "203.0.113.7", why: "not a proxy of ours"),
        Sample(peer: "10.0.0.5", forwarded: ["198.51.100.1"], client: "198.51.100.1", why: "our proxy says so"),
        Sample(peer: "10.0.0.5", forwarded: ["1.2.3.4, 198.51.100.1"], client: "198.51.100.1", why: "the client lied"),
        Sample(peer: "10.0.0.5", forwarded: ["1.2.3.4", "198.51.100.1"], client: "198.51.100.1", why: "in two fields"),
        Sample(peer: "10.0.0.5", forwarded: ["198.51.100.1, 10.0.0.9"], client: "198.51.100.1", why: "two proxies"),
        Sample(peer: "10.0.0.5", forwarded: ["10.0.0.8, 10.0.0.9"], client: "10.0.0.8", why: "all are ours"),
        Sample(peer: "10.0.0.5", forwarded: ["unknown"], client: "10.0.0.5", why: "no address"),
        Sample(peer: "10.0.0.5", forwarded: ["198.51.100.1:4711"], client: "198.51.100.1", why: "with its port"),
        Sample(peer: "10.0.0.5", forwarded: ["[2001:db8::9]:4711"], client: "2001:db8::9", why: "v6 with its port"),
        Sample(peer: "::ffff:10.0.0.5", forwarded: ["198.51.100.1"], client: "198.51.100.1", why: "v4 written as v6"),
        Sample(peer: "2001:db8::1", forwarded: ["2001:db8:1::2"], client: "2001:db8:1::2", why: "a v6 proxy"),
        Sample(peer: nil, forwarded: ["198.51.100.1"], client: nil, why: "no socket"),
    ]

    private static let proxies = ["10.0.0.0/24", "2001:db8::1"]

    @Test("X-Forwarded-For counts from proxies that are listed, read from its end", arguments: samples)
    private func client(_ sample: Sample) throws {
        let proxies = TrustedProxies(try Self.proxies.map { try NetworkRange($0) })
        let found = proxies.client(of: try Self.request(sample.forwarded), peer: sample.peer)
        #expect(found?.text == sample.client, "\(sample.why)")
    }

    @Test("A proxy that nobody listed is told of once")
    func told() throws {
        let proxies = TrustedProxies(try Self.proxies.map { try NetworkRange($0) })
        let request = try Self.request(["198.51.100.1"])
        #expect(!proxies.shouldTell(of: request, peer: "10.0.0.5"))
        #expect(proxies.shouldTell(of: request, peer: "203.0.113.7"))
        #expect(!proxies.shouldTell(of: request, peer: "203.0.113.7"))
    }

    private static func request(_ forwarded: [String]) throws -> Request {
        var headers = HTTPFields()
        let name = try #require(HTTPField.Name("X-Forwarded-For"))
        for value in forwarded { headers.append(HTTPField(name: name, value: value)) }
        return Request(
            head: HTTPRequest(method: .get, scheme: "http", authority: "a", path: "/", headerFields: headers),
            body: RequestBody(buffer: ByteBuffer())
        )
    }
}
