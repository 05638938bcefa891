/// The text format 0.0.4 of Prometheus.
struct PrometheusText: Sendable {
    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    private(set) var text = ""

    mutating func begin(_ name: MetricName) {
        text += "# HELP \(name.rawValue) \(name.help)\n# TYPE \(name.rawValue) \(name.kind.rawValue)\n"
    }

    mutating func add(_ series: MetricSeries, _ value: Int64) {
        text += "\(series.name.rawValue)\(series.labels()) \(value)\n"
    }

    mutating func add(_ series: MetricSeries, _ histogram: Histogram) {
        let name = series.name.rawValue
        for (bound, count) in zip(Histogram.bounds, histogram.cumulative) {
            text += "\(name)_bucket\(series.labels(("le", "\(bound)"))) \(count)\n"
        }
        text += "\(name)_bucket\(series.labels(("le", "+Inf"))) \(histogram.count)\n"
        text += "\(name)_sum\(series.labels()) \(histogram.sum)\n"
        text += "\(name)_count\(series.labels()) \(histogram.count)\n"
    }
}
