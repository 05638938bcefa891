import Foundation
import Metrics
import TestSupport
import Testing

@testable import Server

@Suite("What the registry keeps, as Prometheus reads it")
struct PrometheusRegistryTests {
    private let registry = PrometheusRegistry()
    private var factory: RegistryMetricsFactory { RegistryMetricsFactory(registry: registry) }

    @Test("Handles of the same labels count in one series, those of others in others")
    func counters() throws {
        for code in ["a", "b", "a"] {
            Counter(label: MetricName.refusals.rawValue, dimensions: [("code", code)], factory: factory).increment()
        }
        let samples = try PrometheusSample.read(registry.text(measured: []))
        #expect(samples.map(\.name) == ["drawbridge_refusals_total", "drawbridge_refusals_total"])
        #expect(samples.map(\.labels) == [["code": "a"], ["code": "b"]])
        #expect(samples.map(\.value) == [2, 1])
    }

    @Test("A timer fills every bucket that it fits into, and the last holds all")
    func histogram() throws {
        let timer = Metrics.Timer(label: MetricName.signing.rawValue, factory: factory)
        timer.recordNanoseconds(1_000_000)
        timer.recordNanoseconds(30_000_000)
        timer.recordNanoseconds(2_000_000_000)
        let samples = try PrometheusSample.read(registry.text(measured: []))
        let buckets = samples.filter { $0.name == "drawbridge_signing_seconds_bucket" }
        #expect(buckets.map(\.value) == [0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3])
        #expect(buckets.last?.labels == ["le": "+Inf"])
        #expect(samples.first { $0.name == "drawbridge_signing_seconds_count" }?.value == 3)
        #expect(samples.first { $0.name == "drawbridge_signing_seconds_sum" }?.value == 2.031)
    }

    @Test("Quotes, backslashes and line feeds in a label stay inside it")
    func escapes() throws {
        let series = MetricSeries(.metadataExpiry, [("sp", "a\"b\\c\nd")])
        let text = registry.text(measured: [(series, -5)])
        #expect(text.contains("drawbridge_metadata_expiry_seconds{sp=\"a\\\"b\\\\c\\nd\"} -5\n"))
        #expect(try PrometheusSample.read(text).count == 1)
    }

    @Test("Documentation/operations.md has every metric with its type and meaning, and no other")
    func documented() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "Documentation/operations.md"), encoding: .utf8)
        let rows = text.matches(of: /(?m)^\| `(drawbridge_[a-z_]+)` \| ([a-z]+) \| [^|]+ \| (.+) \|$/)
        #expect(rows.map { String($0.1) } == MetricName.allCases.map(\.rawValue))
        #expect(rows.map { String($0.2) } == MetricName.allCases.map(\.kind.rawValue))
        #expect(rows.map { String($0.3) } == MetricName.allCases.map(\.help))
    }

    @Test("A library's metric is not kept")
    func strangers() throws {
        Counter(label: "hb.requests", dimensions: [("path", "/secret")], factory: factory).increment()
        Gauge(label: "pool", factory: factory).record(1)
        #expect(try PrometheusSample.read(registry.text(measured: [])).isEmpty)
        #expect(!registry.text(measured: []).contains("secret"))
    }
}
