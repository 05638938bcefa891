import Metrics
import Synchronization

/// The counters and histograms behind `/metrics`.
public final class PrometheusRegistry: Sendable {
    private let counters = Mutex<[MetricSeries: Int64]>([:])
    private let histograms = Mutex<[MetricSeries: Histogram]>([:])

    /// Makes an empty registry.
    public init() {}

    /// Makes this the registry that the process counts in; at most once in a process.
    public func install() {
        MetricsSystem.bootstrap(RegistryMetricsFactory(registry: self))
    }

    /// What was counted, and what is measured now, as Prometheus reads it.
    func text(measured: [(series: MetricSeries, value: Int64)]) -> String {
        var text = PrometheusText()
        let counted = counters.withLock { $0 }
        let timed = histograms.withLock { $0 }
        for name in MetricName.allCases {
            text.begin(name)
            for (series, value) in measured where series.name == name { text.add(series, value) }
            for (series, value) in Self.sorted(counted, name) { text.add(series, value) }
            for (series, histogram) in Self.sorted(timed, name) { text.add(series, histogram) }
        }
        return text.text
    }

    func add(_ amount: Int64, to series: MetricSeries) {
        counters.withLock { $0[series, default: 0] += amount }
    }

    func record(_ seconds: Double, in series: MetricSeries) {
        histograms.withLock { $0[series, default: Histogram()].record(seconds) }
    }

    private static func sorted<Value>(
        _ all: [MetricSeries: Value],
        _ name: MetricName
    ) -> [(key: MetricSeries, value: Value)] {
        all.filter { $0.key.name == name }.sorted { $0.key.labels() < $1.key.labels() }
    }
}
