import Foundation
import JointDebug
import SAML
import TestSupport
import Testing

@Suite("/metrics of a running service", .ownThread)
struct MetricsServiceTests {
    @Test("After a sign-on, refusals and paths that do not exist, every number is there and no path, token or NameID")
    func scrape() async throws {
        let service = try await RunningService()
        var browser = Browser(language: .en)
        let token = try service.token()
        #expect(try await service.signOn(&browser, token).text.contains("SAMLResponse"))
        _ = try await browser.open(service.base + "/saml/sso?SAMLRequest=%25")
        for path in ["one", "two"] { _ = try await browser.open(service.base + "/nothing/secret-" + path) }

        let text = try await browser.open(service.operations + "/metrics").text
        let samples = try PrometheusSample.read(text)
        let entityID = service.serviceProvider.entityID
        #expect(Self.value(samples, "drawbridge_responses_total", ["sp": entityID]) == 1)
        #expect(Self.value(samples, "drawbridge_signing_seconds_count", [:]) == 1)
        #expect(Self.value(samples, "drawbridge_http_requests_total", ["route": "NotFound", "status": "404"]) == 2)
        #expect(Self.value(samples, "drawbridge_http_requests_total", ["route": "/saml/sso", "status": "200"]) == 1)
        #expect(Self.value(samples, "drawbridge_http_requests_total", ["route": "/saml/sso", "status": "400"]) == 1)
        #expect(Self.value(samples, "drawbridge_http_requests_total", ["route": "/sso/start/{id}"]) == 1)
        #expect(Self.value(samples, "drawbridge_refusals_total", [:]) == 1)
        #expect(Self.value(samples, "drawbridge_key_expiry_seconds", [:]) > 86_400)
        #expect(Self.value(samples, "drawbridge_store_bytes", [:]) > 0)
        #expect(Self.value(samples, "drawbridge_connections", [:]) >= 0)
        for secret in ["secret-", "u-1", "a-1", token] { #expect(!text.contains(secret), "\(secret) is in \(text)") }
        #expect(try await browser.open(service.base + "/metrics").status == 404, "the public listener must not tell")
    }

    private static func value(_ samples: [PrometheusSample], _ name: String, _ labels: [String: String]) -> Double {
        samples.filter { sample in sample.name == name && labels.allSatisfy { sample.labels[$0.key] == $0.value } }
            .map(\.value).reduce(0, +)
    }
}
